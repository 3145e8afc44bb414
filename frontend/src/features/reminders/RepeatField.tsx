import { useText } from '@/shared/i18n/i18n'
import { SelectField } from '@/shared/ui/Field'

import { repeats } from './repeat'
import type { Repeat } from './repeat'

interface Props {
  value: Repeat
  onChange: (value: Repeat) => void
  error?: string | undefined
}

export function RepeatField({ value, onChange, error }: Props) {
  const t = useText()
  const shown: Repeat[] = value === 'other' ? [...repeats, 'other'] : [...repeats]
  return (
    <SelectField
      label={t('reminders.repeat.label')}
      value={value}
      error={error}
      onChange={(event) => onChange(shown.find((it) => it === event.target.value) ?? 'none')}
    >
      {shown.map((it) => (
        <option key={it} value={it}>
          {t(`reminders.repeat.${it}`)}
        </option>
      ))}
    </SelectField>
  )
}
