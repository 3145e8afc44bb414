import { useState } from 'react'

import { call } from '@/shared/api/client'
import { toProblem } from '@/shared/api/errors'
import type { Problem } from '@/shared/api/errors'
import type { Session } from '@/shared/api/types'
import { end } from '@/shared/auth/session'
import { useText } from '@/shared/i18n/i18n'
import { ago } from '@/shared/lib/time'
import { useResource } from '@/shared/lib/useResource'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Icon } from '@/shared/ui/Icon'
import { Loading } from '@/shared/ui/Loading'
import { Notice } from '@/shared/ui/Notice'
import { Page } from '@/shared/ui/Page'

async function readSessions(): Promise<Session[]> {
  const { items } = await call('get', '/api/v1/sessions')
  return items.toSorted((a, b) => Number(b.current) - Number(a.current))
}

/** Where one is signed in; revoking the session of this page leaves at once. */
export function DevicesPage() {
  const t = useText()
  const { value, problem, reload } = useResource(readSessions)
  const [refused, setRefused] = useState<Problem | null>(null)
  const revoke = async (session: Session): Promise<void> => {
    try {
      setRefused(null)
      await call('delete', '/api/v1/sessions/{id}', { path: { id: session.id } })
      await (session.current ? end(false) : reload())
    } catch (error) {
      setRefused(toProblem(error))
    }
  }
  return (
    <Page title={t('nav.devices')} lead={t('devices.lead')}>
      {problem !== null && <Notice>{problem.message}</Notice>}
      {refused !== null && <Notice>{refused.message}</Notice>}
      {value === null && problem === null && <Loading />}
      <ul className="grid gap-3">
        {value?.map((session) => (
          <li key={session.id}>
            <DeviceCard session={session} onRevoke={() => revoke(session)} />
          </li>
        ))}
      </ul>
      {value?.length === 1 && <p className="mt-4 text-soft">{t('devices.only')}</p>}
    </Page>
  )
}

function DeviceCard({ session, onRevoke }: { session: Session; onRevoke: () => Promise<void> }) {
  const t = useText()
  const [busy, setBusy] = useState(false)
  const seen = [session.browser, session.system].filter((it) => it != null).join(' · ')
  const name = session.deviceName ?? (seen === '' ? t('devices.unknown') : seen)
  return (
    <Card className="flex flex-wrap items-center gap-4 p-4 sm:p-5">
      <span className="grid size-11 place-items-center rounded-2xl bg-accent-soft text-accent">
        <Icon name={/Android|iPhone|iPad/.test(name) ? 'phone' : 'devices'} />
      </span>
      <div className="min-w-0 flex-1 basis-40">
        <h2 className="flex flex-wrap items-center gap-x-2 font-semibold">
          <span className="truncate">{name}</span>
          {session.current && (
            <span className="rounded-full bg-accent-soft px-2.5 py-0.5 text-sm font-medium text-accent">
              {t('devices.current')}
            </span>
          )}
        </h2>
        <p className="text-[0.9375rem] text-soft">
          {t('devices.seen', { ago: ago(session.lastSeenAt) })}
          {session.address != null && ` · ${session.address}`}
        </p>
      </div>
      <Button
        busy={busy}
        aria-label={t('devices.revokeNamed', { name })}
        onClick={() => {
          setBusy(true)
          void onRevoke().finally(() => setBusy(false))
        }}
        className="max-sm:w-full"
      >
        {t(session.current ? 'devices.revokeThis' : 'devices.revoke')}
      </Button>
    </Card>
  )
}
