import { Link } from 'react-router'

import { signOut, useSession } from '@/shared/auth/session'
import { useText } from '@/shared/i18n/i18n'
import type { TextKey } from '@/shared/i18n/i18n'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Icon } from '@/shared/ui/Icon'
import type { IconName } from '@/shared/ui/Icon'
import { Page, Section } from '@/shared/ui/Page'

import { PhoneNumbers } from './PhoneNumbers'
import { PreferencesForm } from './PreferencesForm'

const places: { to: string; icon: IconName; label: TextKey }[] = [
  { to: '/integrations', icon: 'connections', label: 'nav.integrations' },
  { to: '/usage', icon: 'usage', label: 'nav.usage' },
  { to: '/devices', icon: 'devices', label: 'nav.devices' },
]

export function SettingsPage() {
  const t = useText()
  const user = useSession((state) => state.user)
  return (
    <Page title={t('nav.settings')} lead={user?.email}>
      <nav aria-label={t('settings.more')} className="mb-8 md:hidden">
        <Card>
          <ul className="divide-y divide-line">
            {places.map(({ to, icon, label }) => (
              <li key={to}>
                <Link to={to} className="flex min-h-13 items-center gap-3 px-4">
                  <Icon name={icon} className="size-5 text-soft" />
                  <span className="flex-1">{t(label)}</span>
                  <Icon name="back" className="size-5 rotate-180 text-soft" />
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      </nav>
      <Section title={t('settings.phone')}>
        <PhoneNumbers />
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
