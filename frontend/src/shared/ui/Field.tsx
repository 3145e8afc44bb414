import { useId } from 'react'
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes } from 'react'

export const inputLook =
  'w-full min-h-11 rounded-xl border border-line-strong/70 bg-surface px-3.5 py-2 text-ink placeholder:text-soft/80 hover:border-line-strong aria-invalid:border-wait'

interface Described {
  label: string
  hint?: string | undefined
  error?: string | undefined
}

interface FrameProps extends Described {
  id: string
  children: ReactNode
}

function Frame({ id, label, hint, error, children }: FrameProps) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-[0.9375rem] font-medium">
        {label}
      </label>
      {children}
      {hint !== undefined && error === undefined && (
        <p id={`${id}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" className="text-sm text-wait">
          {error}
        </p>
      )}
    </div>
  )
}

function describedBy(id: string, { hint, error }: Described): string | undefined {
  if (error !== undefined) return `${id}-error`
  return hint === undefined ? undefined : `${id}-hint`
}

type TextFieldProps = Described & Omit<InputHTMLAttributes<HTMLInputElement>, 'id'>

export function TextField({ label, hint, error, className = '', ...rest }: TextFieldProps) {
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, { label, hint, error })}
        className={`${inputLook} ${className}`}
        {...rest}
      />
    </Frame>
  )
}

type SelectFieldProps = Described & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id'>

export function SelectField({ label, hint, error, children, ...rest }: SelectFieldProps) {
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <select
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, { label, hint, error })}
        className={inputLook}
        {...rest}
      >
        {children}
      </select>
    </Frame>
  )
}
