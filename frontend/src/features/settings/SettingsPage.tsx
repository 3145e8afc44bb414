import { Link } from 'react-router'

import { usePermissions } from '@/shared/auth/permissions'
import { signOut, useSession } from '@/shared/auth/session'
import { useText } from '@/shared/i18n/i18n'
import type { TextKey } from '@/shared/i18n/i18n'
import { AppearanceForm } from '@/shared/ui/AppearanceForm'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Icon } from '@/shared/ui/Icon'
import type { IconName } from '@/shared/ui/Icon'
import { Page, Section } from '@/shared/ui/Page'

import { PhoneNumbers } from './PhoneNumbers'
import { PreferencesForm } from './PreferencesForm'

interface Place {
  to: string
  icon: IconName
  label: TextKey
}

/** What wide screens have in their rail. */
const others: Place[] = [
  { to: '/reminders', icon: 'clock', label: 'nav.reminders' },
  { to: '/focus', icon: 'focus', label: 'nav.focus' },
  { to: '/integrations', icon: 'connections', label: 'nav.integrations' },
  { to: '/usage', icon: 'usage', label: 'nav.usage' },
  { to: '/devices', icon: 'devices', label: 'nav.devices' },
  { to: '/security', icon: 'shield', label: 'nav.security' },
]
const inner: Place[] = [
  { to: '/settings/notifications', icon: 'bell', label: 'notifications.settings.title' },
  { to: '/memory', icon: 'spark', label: 'memory.title' },
  { to: '/privacy', icon: 'shield', label: 'privacy.title' },
]

export function SettingsPage() {
  const t = useText()
  const user = useSession((state) => state.user)
  const { administers } = usePermissions()
  return (
    <Page title={t('nav.settings')} lead={user?.email}>
      <nav aria-label={t('settings.more')} className="mb-8">
        <Card>
          <ul className="divide-y divide-line">
            {others.map((place) => (
              <PlaceLink key={place.to} {...place} narrowOnly />
            ))}
            {inner.map((place) => (
              <PlaceLink key={place.to} {...place} />
            ))}
            {administers && <PlaceLink to="/admin" icon="list" label="admin.nav" narrowOnly />}
          </ul>
        </Card>
      </nav>
      <Section title={t('settings.phone')}>
        <PhoneNumbers />
      </Section>
      <Section title={t('appearance.title')}>
        <Card className="grid gap-4 p-4 sm:p-5">
          <p className="text-soft">{t('appearance.lead')}</p>
          <AppearanceForm />
          <Link
            to="/design"
            className="inline-flex min-h-11 items-center font-medium text-accent underline underline-offset-4"
          >
            {t('appearance.all')}
          </Link>
        </Card>
      </Section>
      <Section title={t('settings.preferences')}>
        <PreferencesForm />
      </Section>
      <div className="mt-10 md:hidden">
        <Button icon="leave" onClick={() => void signOut()} className="w-full">
          {t('nav.signOut')}
        </Button>
      </div>
    </Page>
  )
}

function PlaceLink({ to, icon, label, narrowOnly = false }: Place & { narrowOnly?: boolean }) {
  const t = useText()
  return (
    <li className={narrowOnly ? 'md:hidden' : ''}>
      <Link to={to} className="flex min-h-13 items-center gap-3 px-4">
        <Icon name={icon} className="size-5 text-soft" />
        <span className="flex-1">{t(label)}</span>
        <Icon name="back" className="size-5 rotate-180 text-soft" />
      </Link>
    </li>
  )
}
