import type { ReactNode } from 'react'

import { Icon } from './Icon'
import type { IconName } from './Icon'

interface Props {
  /** `wait` needs the person, `good` is news. */
  tone?: 'wait' | 'good' | 'plain'
  icon?: IconName
  children: ReactNode
  action?: ReactNode
}

const tones = {
  wait: 'border-wait-line bg-wait-soft text-wait',
  good: 'border-transparent bg-accent-soft text-ink',
  plain: 'border-line bg-surface text-soft',
}

/** A sentence that stands out, read aloud when it appears. */
export function Notice({ tone = 'wait', icon = 'wait', children, action }: Props) {
  return (
    <div
      role={tone === 'wait' ? 'alert' : 'status'}
      className={`flex animate-rise flex-wrap items-center gap-x-3 gap-y-2 rounded-xl border px-3.5 py-2.5 text-[0.9375rem] ${tones[tone]}`}
    >
      <Icon name={icon} className="size-5" />
      <div className="min-w-0 flex-1 basis-40">{children}</div>
      {action}
    </div>
  )
}
