import { useState } from 'react'
import { Link } from 'react-router'

import { toProblem } from '@/shared/api/errors'
import type { Problem } from '@/shared/api/errors'
import type { Session } from '@/shared/api/types'
import { end } from '@/shared/auth/session'
import { useText } from '@/shared/i18n/i18n'
import { useResource } from '@/shared/lib/useResource'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import { Loading } from '@/shared/ui/Loading'
import { Notice } from '@/shared/ui/Notice'
import { Page } from '@/shared/ui/Page'

import { DeviceCard } from './DeviceCard'
import { changeSession, endOtherSessions, endSession, readSessions } from './devicesApi'

/** Where one is signed in; revoking the session of this page leaves at once. */
export function DevicesPage() {
  const t = useText()
  const { value, problem, reload } = useResource(readSessions)
  const [refused, setRefused] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setRefused(null)
    try {
      await work()
    } catch (error) {
      setRefused(toProblem(error))
    }
    setBusy(false)
  }
  const revoke = (session: Session): Promise<void> =>
    run(async () => {
      await endSession(session.id)
      await (session.current ? end(false) : reload())
    })
  const change = (session: Session, to: { name?: string; trusted?: boolean }): Promise<void> =>
    run(async () => {
      await changeSession(session.id, to)
      await reload()
    })
  const others = value?.some((session) => !session.current) === true
  return (
    <Page
      title={t('nav.devices')}
      lead={t('devices.lead')}
      actions={
        <Link
          to="/security"
          className="inline-flex min-h-11 items-center gap-2 font-medium text-accent underline underline-offset-4"
        >
          <Icon name="shield" />
          {t('nav.security')}
        </Link>
      }
    >
      {problem !== null && <Notice>{problem.message}</Notice>}
      {refused !== null && <Notice>{refused.message}</Notice>}
      {value === null && problem === null && <Loading />}
      <ul className="grid grid-cols-1 gap-3">
        {value?.map((session) => (
          <li key={session.id}>
            <DeviceCard
              session={session}
              onRevoke={() => revoke(session)}
              onChange={(to) => change(session, to)}
            />
          </li>
        ))}
      </ul>
      {value?.length === 1 && <p className="mt-4 text-soft">{t('devices.only')}</p>}
      {others && (
        <Button
          icon="leave"
          busy={busy}
          className="mt-4 w-full"
          onClick={() =>
            void run(async () => {
              await endOtherSessions()
              await reload()
            })
          }
        >
          {t('devices.endOthers')}
        </Button>
      )}
    </Page>
  )
}
