import type { ReactNode } from 'react'

import { useText } from '@/shared/i18n/i18n'
import { Card } from '@/shared/ui/Card'
import { Icon } from '@/shared/ui/Icon'
import type { IconName } from '@/shared/ui/Icon'

interface Props {
  icon: IconName
  title: string
  text: ReactNode
  /** Undefined where on and off mean nothing. */
  on?: boolean | undefined
  action?: ReactNode
  children?: ReactNode
}

export function FactorCard({ icon, title, text, on, action, children }: Props) {
  const t = useText()
  return (
    <Card className="grid grid-cols-1 gap-4 p-4 sm:p-5">
      <div className="flex flex-wrap items-center gap-4">
        <span className="grid size-11 place-items-center rounded-2xl bg-accent-soft text-accent">
          <Icon name={icon} />
        </span>
        <div className="min-w-0 flex-1 basis-44">
          <h3 className="flex flex-wrap items-center gap-x-2 font-semibold">
            {title}
            {on !== undefined && (
              <span
                className={`rounded-full px-2.5 py-0.5 text-sm font-medium ${on ? 'bg-accent-soft text-accent' : 'bg-sunken text-soft'}`}
              >
                {t(on ? 'security.on' : 'security.off')}
              </span>
            )}
          </h3>
          <p className="text-[0.9375rem] text-soft">{text}</p>
        </div>
        {action}
      </div>
      {children}
    </Card>
  )
}
