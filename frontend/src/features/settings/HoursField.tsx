import type { Hours } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { Checkbox } from '@/shared/ui/Checkbox'
import { TextField } from '@/shared/ui/Field'

interface Props {
  label: string
  hint: string
  value: Hours | null | undefined
  /** What is proposed when the hours are switched on. */
  proposal: Hours
  onChange: (value: Hours | null) => void
}

/** Hours of the day, or none. */
export function HoursField({ label, hint, value, proposal, onChange }: Props) {
  const t = useText()
  return (
    <fieldset className="grid gap-3">
      <legend className="sr-only">{label}</legend>
      <Checkbox
        label={label}
        hint={hint}
        checked={value != null}
        onChange={(on) => onChange(on ? proposal : null)}
      />
      {value != null && (
        <div className="grid max-w-xs grid-cols-2 gap-3">
          <TextField
            label={t('settings.from')}
            type="time"
            required
            value={value.start}
            onChange={(event) => onChange({ ...value, start: event.target.value })}
          />
          <TextField
            label={t('settings.to')}
            type="time"
            required
            value={value.end}
            onChange={(event) => onChange({ ...value, end: event.target.value })}
          />
        </div>
      )}
    </fieldset>
  )
}
