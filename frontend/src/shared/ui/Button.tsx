import type { ButtonHTMLAttributes } from 'react'

import { Icon } from './Icon'
import type { IconName } from './Icon'

const looks = {
  primary:
    'bg-accent text-on-accent hover:bg-accent-strong disabled:bg-line disabled:text-soft shadow-card',
  plain: 'border border-line bg-surface text-ink hover:border-line-strong disabled:text-soft',
  quiet: 'text-soft hover:bg-sunken hover:text-ink disabled:opacity-60',
  accent: 'text-accent hover:bg-accent-soft disabled:opacity-60',
} as const

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: keyof typeof looks
  icon?: IconName
  /** Disables the button and says that something happens. */
  busy?: boolean
}

export function Button({
  look = 'plain',
  icon,
  busy = false,
  className = '',
  children,
  disabled,
  type = 'button',
  ...rest
}: Props) {
  return (
    <button
      // The callers choose among the three types that HTML has.
      // oxlint-disable-next-line react/button-has-type
      type={type}
      disabled={disabled === true || busy}
      aria-busy={busy}
      className={`inline-flex min-h-11 items-center justify-center gap-2 rounded-xl px-4 font-medium transition-colors ${looks[look]} ${className}`}
      {...rest}
    >
      {icon !== undefined && (
        <Icon name={icon} className={busy ? 'size-5 animate-breathe' : 'size-5'} />
      )}
      <span className={busy && icon === undefined ? 'animate-breathe' : ''}>{children}</span>
    </button>
  )
}

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  icon: IconName
  label: string
}

/** A button that shows only an icon; its label is its name and its hint. */
export function IconButton({ icon, label, className = '', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`inline-flex size-11 shrink-0 items-center justify-center rounded-xl text-soft transition-colors hover:bg-sunken hover:text-ink disabled:opacity-50 ${className}`}
      {...rest}
    >
      <Icon name={icon} />
    </button>
  )
}
