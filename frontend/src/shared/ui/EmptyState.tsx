import type { ReactNode } from 'react'

import { Icon } from './Icon'
import type { IconName } from './Icon'

interface Props {
  icon: IconName
  title: string
  children?: ReactNode
  action?: ReactNode
}

/** Says what will be here and how to make it so. */
export function EmptyState({ icon, title, children, action }: Props) {
  return (
    <div className="grid justify-items-center gap-2 rounded-2xl border border-dashed border-line px-6 py-10 text-center">
      <span className="mb-1 grid size-12 place-items-center rounded-full bg-accent-soft text-accent">
        <Icon name={icon} className="size-6" />
      </span>
      <p className="text-lg font-semibold">{title}</p>
      {children !== undefined && <div className="max-w-sm text-soft">{children}</div>}
      {action !== undefined && <div className="mt-3">{action}</div>}
    </div>
  )
}
