import { useCallback, useState } from 'react'
import type { FormEvent } from 'react'
import { useParams } from 'react-router'

import type { Account } from '@/shared/api/types'
import { usePermissions } from '@/shared/auth/permissions'
import { useSession } from '@/shared/auth/session'
import { useText } from '@/shared/i18n/i18n'
import { ago } from '@/shared/lib/time'
import { useResource } from '@/shared/lib/useResource'
import { useWork } from '@/shared/lib/useWork'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Checkbox } from '@/shared/ui/Checkbox'
import { TextField } from '@/shared/ui/Field'
import { Loading } from '@/shared/ui/Loading'
import { Notice } from '@/shared/ui/Notice'
import { Section } from '@/shared/ui/Page'

import {
  endUserSessions,
  readRoles,
  readUser,
  readUserSessions,
  reinstate,
  setRoles,
  suspend,
} from './adminApi'
import { AdminFrame } from './AdminFrame'
import { inFull } from './moments'
import { Standing } from './Standing'

export function UserPage() {
  const t = useText()
  const { id = '' } = useParams()
  return (
    <AdminFrame title={t('admin.users.one')} needs="users:read">
      <View key={id} id={id} />
    </AdminFrame>
  )
}

function View({ id }: { id: string }) {
  const t = useText()
  const { may } = usePermissions()
  const read = useCallback(() => readUser(id), [id])
  const { value, problem, reload } = useResource(read)
  if (value === null) return problem === null ? <Loading /> : <Notice>{problem.message}</Notice>
  return (
    <>
      <Card className="flex flex-wrap items-center gap-x-4 gap-y-2 p-4 sm:p-5">
        <div className="min-w-0 flex-1 basis-48">
          <h2 className="text-lg font-semibold">{value.displayName}</h2>
          <p className="text-soft">{value.email}</p>
          <p className="text-sm text-soft">
            {t('admin.users.since', { when: inFull(value.createdAt) })}
          </p>
          <p className="text-sm break-all text-soft">{value.id}</p>
        </div>
        <Standing status={value.status} />
      </Card>
      {may('sessions:read') && (
        <Section title={t('admin.sessions.title')}>
          <Sessions id={id} />
        </Section>
      )}
      {may('roles:grant') && may('roles:read') && (
        <Section title={t('admin.roles.title')}>
          <Roles key={value.roles.join()} account={value} onChanged={reload} />
        </Section>
      )}
      {may('users:suspend') && (
        <Section title={t('admin.suspend.title')}>
          <Suspension account={value} onChanged={reload} />
        </Section>
      )}
    </>
  )
}

function Sessions({ id }: { id: string }) {
  const t = useText()
  const { may } = usePermissions()
  const read = useCallback(() => readUserSessions(id), [id])
  const { value, problem, reload } = useResource(read)
  const work = useWork()
  if (value === null) {
    return problem === null ? <Loading rows={1} /> : <Notice>{problem.message}</Notice>
  }
  return (
    <Card className="grid gap-4 p-4 sm:p-5">
      {value.length === 0 && <p className="text-soft">{t('admin.sessions.none')}</p>}
      <ul className="grid gap-2">
        {value.map((session) => (
          <li key={session.id}>
            <p className="font-medium">
              {session.name ??
                session.deviceName ??
                [session.browser, session.system].filter((it) => it != null).join(' · ')}
            </p>
            <p className="text-sm text-soft">
              {[ago(session.lastSeenAt), session.place, session.address]
                .filter((it) => it != null && it !== '')
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      {work.problem !== null && <Notice>{work.problem.message}</Notice>}
      {value.length > 0 && may('sessions:end') && (
        <Button
          busy={work.busy}
          className="justify-self-start"
          onClick={() =>
            void work.run(async () => {
              await endUserSessions(id)
              await reload()
            })
          }
        >
          {t('admin.sessions.end')}
        </Button>
      )}
    </Card>
  )
}

interface Changing {
  account: Account
  onChanged: () => Promise<void>
}

function Roles({ account, onChanged }: Changing) {
  const t = useText()
  const { value, problem } = useResource(readRoles)
  const [chosen, setChosen] = useState(account.roles)
  const [saved, setSaved] = useState(false)
  const work = useWork()
  if (value === null) {
    return problem === null ? <Loading rows={1} /> : <Notice>{problem.message}</Notice>
  }
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const done = await work.run(() => setRoles(account.id, chosen))
    setSaved(done)
    if (done) await onChanged()
  }
  return (
    <Card className="p-4 sm:p-5">
      <form onSubmit={(event) => void submit(event)} className="grid gap-3">
        {value.map((role) => (
          <Checkbox
            key={role.name}
            label={role.name}
            hint={role.description}
            checked={chosen.includes(role.name)}
            onChange={(on) => {
              setSaved(false)
              setChosen(on ? [...chosen, role.name] : chosen.filter((it) => it !== role.name))
            }}
          />
        ))}
        {saved && (
          <Notice tone="good" icon="check">
            {t('settings.saved')}
          </Notice>
        )}
        {work.problem !== null && <Notice>{work.problem.message}</Notice>}
        <Button type="submit" busy={work.busy} className="justify-self-start">
          {t('admin.users.saveRoles')}
        </Button>
      </form>
    </Card>
  )
}

function Suspension({ account, onChanged }: Changing) {
  const t = useText()
  const own = useSession((state) => state.user?.id === account.id)
  const [reason, setReason] = useState('')
  const { busy, problem, run } = useWork()
  const change = (work: () => Promise<void>): void =>
    void run(async () => {
      await work()
      setReason('')
      await onChanged()
    })
  if (own) return <p className="text-soft">{t('admin.suspend.own')}</p>
  if (account.status === 'ERASING') return <p className="text-soft">{t('admin.status.ERASING')}</p>
  return (
    <Card className="grid gap-4 p-4 sm:p-5">
      {problem !== null && <Notice>{problem.message}</Notice>}
      {account.status === 'SUSPENDED' ? (
        <>
          <p className="text-soft">{t('admin.suspend.suspended')}</p>
          <Button
            busy={busy}
            onClick={() => change(() => reinstate(account.id))}
            className="justify-self-start"
          >
            {t('admin.suspend.reinstate')}
          </Button>
        </>
      ) : (
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            change(() => suspend(account.id, reason.trim()))
          }}
        >
          <p className="text-soft">{t('admin.suspend.lead')}</p>
          <TextField
            label={t('admin.suspend.reason')}
            value={reason}
            maxLength={500}
            required
            error={problem?.fields['reason']}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button type="submit" busy={busy} className="justify-self-start">
            {t('admin.suspend.action')}
          </Button>
        </form>
      )}
    </Card>
  )
}
