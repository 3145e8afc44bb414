import { useId, useState } from 'react'

import { useText } from '@/shared/i18n/i18n'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD, strengthOf } from '@/shared/lib/passwordStrength'

import { Checkbox } from './Checkbox'
import { TextField } from './Field'

interface Props {
  label: string
  value: string
  onChange: (value: string) => void
  error?: string | undefined
  /** What somebody who knows the person would try first. */
  about?: string[]
}

const unknown: string[] = []
const tones = ['bg-wait', 'bg-wait', 'bg-wait', 'bg-accent', 'bg-accent']

/** A field for a password that is chosen now, with how hard it is to guess. */
export function NewPassword({ label, value, onChange, error, about = unknown }: Props) {
  const t = useText()
  const id = useId()
  const [shown, setShown] = useState(false)
  const strength = strengthOf(value, about)
  return (
    <div className="grid gap-2">
      <TextField
        label={label}
        type={shown ? 'text' : 'password'}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        error={error}
        hint={t('auth.strength.hint', { shortest: SHORTEST_PASSWORD })}
        autoComplete="new-password"
        minLength={SHORTEST_PASSWORD}
        maxLength={LONGEST_PASSWORD}
        spellCheck={false}
        required
      />
      {value !== '' && (
        <div>
          <div aria-hidden="true" className="grid grid-cols-4 gap-1">
            {[1, 2, 3, 4].map((step) => (
              <span
                key={step}
                className={`h-1.5 rounded-full ${step <= Math.max(1, strength) ? tones[strength] : 'bg-line'}`}
              />
            ))}
          </div>
          <p id={id} role="status" className="mt-1 text-sm text-soft">
            {t(`auth.strength.level.${strength}`)}
          </p>
        </div>
      )}
      <Checkbox label={t('auth.strength.show')} checked={shown} onChange={setShown} />
    </div>
  )
}
