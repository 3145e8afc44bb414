import type { ReactNode } from 'react'

import { useText } from '@/shared/i18n/i18n'
import { Mark } from '@/shared/ui/Brand'
import { useTitle } from '@/shared/ui/Page'

interface Props {
  title: string
  lead?: ReactNode
  children: ReactNode
  footer?: ReactNode
}

/** A link that leads on, as prominent as a button. */
export const linkAsButton =
  'flex min-h-11 items-center justify-center rounded-xl bg-accent px-4 font-medium text-on-accent hover:bg-accent-strong'

/** The page around the forms that come before signing in. */
export function AuthFrame({ title, lead, children, footer }: Props) {
  const t = useText()
  useTitle(title)
  return (
    <div className="grid min-h-dvh content-start justify-items-center px-5 py-10 sm:content-center">
      <main className="w-full max-w-[25rem]">
        <div className="mb-8 flex items-center gap-3">
          <Mark className="size-10" />
          <p className="text-soft">{t('brand.promise')}</p>
        </div>
        <h1 className="text-[2rem] leading-tight font-semibold tracking-tight">{title}</h1>
        {lead !== undefined && <p className="mt-2 text-soft">{lead}</p>}
        <div className="mt-6">{children}</div>
        {footer !== undefined && (
          <p className="mt-8 border-t border-line pt-5 text-soft">{footer}</p>
        )}
      </main>
    </div>
  )
}
