import { useEffect } from 'react'
import type { ReactNode } from 'react'

interface PageProps {
  title: string
  lead?: ReactNode
  actions?: ReactNode
  /** For what stands side by side. */
  wide?: boolean
  children: ReactNode
}

/** A page of the signed-in app: one heading, one column. */
export function Page({ title, lead, actions, wide = false, children }: PageProps) {
  useTitle(title)
  return (
    <div
      className={`mx-auto w-full ${wide ? 'max-w-6xl' : 'max-w-2xl'} px-4 pt-6 pb-10 sm:px-6 md:pt-10`}
    >
      <header className="mb-6 flex flex-wrap items-end justify-between gap-3">
        <div className="min-w-0">
          <h1 className="text-[1.75rem] leading-tight font-semibold tracking-tight">{title}</h1>
          {lead !== undefined && <p className="mt-1 text-soft">{lead}</p>}
        </div>
        {actions}
      </header>
      {children}
    </div>
  )
}

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Personal Assistant`
  }, [title])
}

interface SectionProps {
  title: string
  aside?: ReactNode
  children: ReactNode
}

export function Section({ title, aside, children }: SectionProps) {
  return (
    <section aria-label={title} className="mt-8">
      <div className="mb-2 flex items-baseline justify-between gap-3">
        <h2 className="text-[0.9375rem] font-semibold text-soft">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
