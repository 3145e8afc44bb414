import type { ReactNode } from 'react'
import { NavLink } from 'react-router'

import { usePermissions } from '@/shared/auth/permissions'
import { useText } from '@/shared/i18n/i18n'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Page } from '@/shared/ui/Page'

import { places } from './places'

interface Props {
  title: string
  /** What the page needs. */
  needs: string
  actions?: ReactNode
  children: ReactNode
}

/** A page of the administration with the way to the others. */
export function AdminFrame({ title, needs, actions, children }: Props) {
  const t = useText()
  const { may } = usePermissions()
  return (
    <Page title={title} actions={actions}>
      <nav aria-label={t('admin.nav')} className="mb-6 flex flex-wrap gap-1">
        {places
          .filter((place) => may(place.needs))
          .map(({ to, label }) => (
            <NavLink
              key={to}
              to={to}
              className={({ isActive }) =>
                `inline-flex min-h-11 items-center rounded-xl px-3 font-medium ${isActive ? 'bg-accent-soft text-accent' : 'text-soft hover:bg-sunken hover:text-ink'}`
              }
            >
              {t(label)}
            </NavLink>
          ))}
      </nav>
      {may(needs) ? children : <EmptyState icon="shield" title={t('admin.notYours')} />}
    </Page>
  )
}
