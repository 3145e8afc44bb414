import { useText } from '@/shared/i18n/i18n'
import { Page, Section } from '@/shared/ui/Page'

import { DeleteAccount } from './DeleteAccount'
import { Exports } from './Exports'

/** What belongs to the person: taking it along, and having it deleted. */
export function PrivacyPage() {
  const t = useText()
  return (
    <Page title={t('privacy.title')} lead={t('privacy.lead')}>
      <Section title={t('privacy.export.title')}>
        <Exports />
      </Section>
      <Section title={t('privacy.erase.title')}>
        <DeleteAccount />
      </Section>
    </Page>
  )
}
