import { useCallback, useState } from 'react'
import { Link } from 'react-router'

import { useText } from '@/shared/i18n/i18n'
import { useResource } from '@/shared/lib/useResource'
import { useWork } from '@/shared/lib/useWork'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import { Loading } from '@/shared/ui/Loading'
import { Notice } from '@/shared/ui/Notice'
import { Page, Section } from '@/shared/ui/Page'

import { BackupCodes } from './BackupCodes'
import { CodesDialog } from './CodesDialog'
import { EmailForm } from './EmailForm'
import { Passkeys } from './Passkeys'
import { PasswordForm } from './PasswordForm'
import { endOtherSessions, readFactors } from './securityApi'
import { SmsCodes } from './SmsCodes'
import { Totp } from './Totp'
import { TrustedDevices } from './TrustedDevices'

/** How one signs in, and how to change it. */
export function SecurityPage() {
  const t = useText()
  const { value, problem, reload } = useResource(readFactors)
  const [codes, setCodes] = useState<string[] | null>(null)
  const [offering, setOffering] = useState(0)
  const changed = useCallback(
    async (fresh: string[] | null = null): Promise<void> => {
      setCodes(fresh)
      setOffering((known) => known + 1)
      await reload()
    },
    [reload],
  )
  return (
    <Page
      title={t('nav.security')}
      lead={t('security.lead')}
      actions={
        <Link
          to="/security/history"
          className="inline-flex min-h-11 items-center gap-2 font-medium text-accent underline underline-offset-4"
        >
          <Icon name="clock" />
          {t('security.history.title')}
        </Link>
      }
    >
      {offering > 0 && codes === null && <EndOthers key={offering} />}
      {problem !== null && <Notice>{problem.message}</Notice>}
      {value === null && problem === null && <Loading />}
      {value !== null && (
        <>
          <Section title={t('security.passkeys.title')}>
            <Passkeys passkeys={value.passkeys} onChanged={changed} />
          </Section>
          <Section title={t('security.factors')}>
            <div className="grid gap-3">
              <Totp totp={value.totp} onChanged={changed} />
              <SmsCodes sms={value.sms} onChanged={changed} />
              <BackupCodes
                state={value.backupCodes}
                hasFactor={value.totp.enabled || value.sms.enabled || value.passkeys.length > 0}
                onChanged={changed}
              />
            </div>
          </Section>
          <Section title={t('security.trusted.title')}>
            <TrustedDevices devices={value.trustedDevices} onChanged={reload} />
          </Section>
        </>
      )}
      <Section title={t('security.password.title')}>
        <PasswordForm onChanged={(ended) => (ended ? reload() : changed())} />
      </Section>
      <Section title={t('security.email.title')}>
        <EmailForm />
      </Section>
      {codes !== null && <CodesDialog codes={codes} onClose={() => setCodes(null)} />}
    </Page>
  )
}

/** After a change: whoever was in by what was before can be put out. */
function EndOthers() {
  const t = useText()
  const { busy, problem, run } = useWork()
  const [state, setState] = useState<'offered' | 'ended' | 'left'>('offered')
  if (state === 'left') return null
  if (state === 'ended') {
    return (
      <Notice tone="good" icon="check">
        {t('security.others.ended')}
      </Notice>
    )
  }
  return (
    <Notice
      tone="good"
      icon="check"
      action={
        <span className="flex flex-wrap gap-2">
          <Button
            busy={busy}
            onClick={() =>
              void run(endOtherSessions).then((done) => setState(done ? 'ended' : 'offered'))
            }
          >
            {t('security.others.end')}
          </Button>
          <Button look="quiet" onClick={() => setState('left')}>
            {t('security.others.leave')}
          </Button>
        </span>
      }
    >
      {problem === null ? t('security.others.offer') : problem.message}
    </Notice>
  )
}
