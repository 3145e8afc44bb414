import { useCallback, useState } from 'react'
import type { FormEvent } from 'react'

import type { AuditEntry, Verification } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { saveFile } from '@/shared/lib/saveFile'
import { addDays, dayOf, startOfDay } from '@/shared/lib/time'
import { usePages } from '@/shared/lib/usePages'
import { useWork } from '@/shared/lib/useWork'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { TextField } from '@/shared/ui/Field'
import { Notice } from '@/shared/ui/Notice'

import { downloadAudit, readAudit, verifyAudit } from './adminApi'
import type { AuditFilter } from './adminApi'
import { AdminFrame } from './AdminFrame'
import { Facts } from './Facts'
import { inFull } from './moments'
import { MoreList } from './MoreList'

export function AuditPage() {
  const t = useText()
  return (
    <AdminFrame title={t('admin.audit.title')} needs="audit:read">
      <Log />
    </AdminFrame>
  )
}

const everything = { actor: '', user: '', action: '', from: '', to: '' }

/** The days as moments: the last day counts to its end. */
function filterOf({ from, to, ...rest }: typeof everything): AuditFilter {
  return {
    ...rest,
    from: from === '' ? '' : startOfDay(from).toISOString(),
    to: to === '' ? '' : startOfDay(addDays(to, 1)).toISOString(),
  }
}

function Log() {
  const t = useText()
  const [form, setForm] = useState(everything)
  const [filter, setFilter] = useState<AuditFilter>({})
  const read = useCallback((cursor?: string) => readAudit(filter, cursor), [filter])
  const pages = usePages(read)
  const file = useWork()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setFilter(filterOf(form))
  }
  return (
    <div className="grid gap-6">
      <form role="search" onSubmit={submit} className="grid gap-3 sm:grid-cols-2">
        {(['actor', 'user', 'action'] as const).map((name) => (
          <TextField
            key={name}
            label={t(`admin.audit.${name}`)}
            value={form[name]}
            onChange={(event) => setForm({ ...form, [name]: event.target.value.trim() })}
          />
        ))}
        {(['from', 'to'] as const).map((name) => (
          <TextField
            key={name}
            label={t(`admin.audit.${name}`)}
            type="date"
            value={form[name]}
            onChange={(event) => setForm({ ...form, [name]: event.target.value })}
          />
        ))}
        <div className="flex flex-wrap items-end gap-2 sm:col-span-2">
          <Button type="submit" look="primary">
            {t('admin.search')}
          </Button>
          <Button
            busy={file.busy}
            onClick={() =>
              void file.run(async () =>
                saveFile(await downloadAudit(filter), `audit-log-${dayOf(new Date())}.csv`),
              )
            }
          >
            {t('admin.audit.csv')}
          </Button>
        </div>
      </form>
      {file.problem !== null && <Notice>{file.problem.message}</Notice>}
      <Verify />
      <MoreList pages={pages} label={t('admin.audit.title')} empty={t('admin.nothing')}>
        {(entry) => <Entry entry={entry} />}
      </MoreList>
    </div>
  )
}

function Verify() {
  const t = useText()
  const [result, setResult] = useState<Verification | null>(null)
  const { busy, problem, run } = useWork()
  return (
    <div className="grid gap-3">
      <Button
        icon="shield"
        busy={busy}
        onClick={() => void run(async () => setResult(await verifyAudit()))}
        className="justify-self-start"
      >
        {t('admin.audit.verify')}
      </Button>
      {problem !== null && <Notice>{problem.message}</Notice>}
      {result !== null && result.valid && (
        <Notice tone="good" icon="check">
          {t('admin.audit.valid', { count: result.entries })}
        </Notice>
      )}
      {result?.firstBroken != null && (
        <Notice>
          {t('admin.audit.broken', {
            sequence: result.firstBroken.sequence,
            reason: t(`admin.audit.break.${result.firstBroken.reason}`),
          })}
        </Notice>
      )}
    </div>
  )
}

function Entry({ entry }: { entry: AuditEntry }) {
  const t = useText()
  return (
    <Card className="grid gap-2 p-4">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-semibold">{entry.action}</span>
        <span className="text-sm text-soft">{`${entry.service} · ${entry.outcome}`}</span>
        <time dateTime={entry.at} className="text-sm text-soft sm:ml-auto">
          {inFull(entry.at)}
        </time>
      </div>
      <details className="text-sm">
        <summary className="cursor-pointer text-soft">{t('admin.details')}</summary>
        <div className="mt-2">
          <Facts
            facts={{
              sequence: entry.sequence,
              actorId: entry.actorId,
              userId: entry.userId,
              target: entry.target,
              address: entry.address,
              ...entry.details,
            }}
          />
        </div>
      </details>
    </Card>
  )
}
