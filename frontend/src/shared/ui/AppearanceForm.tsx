import { useState } from 'react'

import { useText } from '@/shared/i18n/i18n'
import { appearances, applyAppearance, readAppearance } from '@/shared/lib/looks'
import type { Appearance } from '@/shared/lib/looks'

import { SelectField } from './Field'

const names = ['size', 'font', 'contrast'] as const

/** What suits these eyes on this screen; every choice shows at once. */
export function AppearanceForm() {
  const t = useText()
  const [shown, setShown] = useState(readAppearance)
  const wish = (next: Appearance): void => {
    setShown(next)
    applyAppearance(next)
  }
  return (
    <div className="grid gap-4">
      {names.map((name) => (
        <SelectField
          key={name}
          label={t(`appearance.${name}`)}
          hint={name === 'contrast' ? undefined : t(`appearance.${name}Hint`)}
          value={shown[name]}
          onChange={(event) => {
            const value = appearances[name].find((it) => it === event.target.value)
            wish({ ...shown, [name]: value })
          }}
        >
          {appearances[name].map((it) => (
            <option key={it} value={it}>
              {t(`appearance.${it}`)}
            </option>
          ))}
        </SelectField>
      ))}
    </div>
  )
}
