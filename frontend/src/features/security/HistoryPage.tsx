import { useState } from 'react'
import { Link } from 'react-router'

import type { SecurityEntry, Threat } from '@/shared/api/types'
import { hasText, useText } from '@/shared/i18n/i18n'
import { clockTime, dayOf, longDay } from '@/shared/lib/time'
import { useResource } from '@/shared/lib/useResource'
import { useWork } from '@/shared/lib/useWork'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Icon } from '@/shared/ui/Icon'
import { Loading } from '@/shared/ui/Loading'
import { Notice } from '@/shared/ui/Notice'
import { Page, Section } from '@/shared/ui/Page'

import { dismissThreat, readHistory, readThreats } from './securityApi'

/** What happened to the account, and what looked unusual. */
export function HistoryPage() {
  const t = useText()
  return (
    <Page
      title={t('security.history.title')}
      lead={t('security.history.lead')}
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
      <Threats />
      <History />
    </Page>
  )
}

function Threats() {
  const t = useText()
  const { value, problem, reload } = useResource(readThreats)
  if (problem !== null) return <Notice>{problem.message}</Notice>
  if (value === null || value.length === 0) return null
  return (
    <Section title={t('security.threats.title')}>
      <ul className="grid gap-3">
        {value.map((threat) => (
          <li key={threat.id}>
            <ThreatCard threat={threat} onDismissed={reload} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function ThreatCard({ threat, onDismissed }: { threat: Threat; onDismissed: () => Promise<void> }) {
  const t = useText()
  const { busy, problem, run } = useWork()
  const serious = threat.severity === 'HIGH' || threat.severity === 'CRITICAL'
  const done = threat.actions
    .map((action) => `security.threats.action.${action}`)
    .filter((key) => hasText(key))
    .map((key) => t(key))
  return (
    <Card className="grid gap-3 p-4 sm:p-5">
      <div className="flex items-start gap-3">
        <Icon name="wait" className={`mt-0.5 size-5 ${serious ? 'text-wait' : 'text-soft'}`} />
        <div className="min-w-0 flex-1">
          <p className="font-medium">{threat.text}</p>
          <p className="text-sm text-soft">
            {`${longDay(threat.at)}, ${clockTime(threat.at)}`}
            {serious && ` · ${t('security.threats.serious')}`}
          </p>
          {done.length > 0 && (
            <p className="mt-1 text-[0.9375rem] text-soft">
              {t('security.threats.done', { actions: done.join(' ') })}
            </p>
          )}
        </div>
      </div>
      {problem !== null && <Notice>{problem.message}</Notice>}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          busy={busy}
          onClick={() =>
            void run(async () => {
              await dismissThreat(threat.id)
              await onDismissed()
            })
          }
        >
          {t('security.threats.dismiss')}
        </Button>
        <Link
          to="/devices"
          className="inline-flex min-h-11 items-center px-2 font-medium text-accent underline underline-offset-4"
        >
          {t('security.threats.notMe')}
        </Link>
      </div>
    </Card>
  )
}

function History() {
  const t = useText()
  const first = useResource(readFirst)
  const [more, setMore] = useState<{ items: SecurityEntry[]; next: string | null } | null>(null)
  const { busy, problem, run } = useWork()
  const shown = [...(first.value?.items ?? []), ...(more?.items ?? [])]
  const next = more === null ? (first.value?.nextCursor ?? null) : more.next
  const days = byDay(shown)
  if (first.value === null) {
    return first.problem === null ? <Loading /> : <Notice>{first.problem.message}</Notice>
  }
  if (shown.length === 0) return <EmptyState icon="clock" title={t('security.history.empty')} />
  return (
    <>
      {[...days].map(([day, entries]) => (
        <Section key={day} title={longDay(entries[0]?.at ?? day)}>
          <Card>
            <ul className="divide-y divide-line">
              {entries.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </ul>
          </Card>
        </Section>
      ))}
      {problem !== null && <Notice>{problem.message}</Notice>}
      {next !== null && (
        <Button
          busy={busy}
          className="mt-4 w-full"
          onClick={() =>
            void run(async () => {
              const page = await readHistory(next)
              setMore({
                items: [...(more?.items ?? []), ...page.items],
                next: page.nextCursor ?? null,
              })
            })
          }
        >
          {t('security.history.more')}
        </Button>
      )}
    </>
  )
}

const readFirst = () => readHistory()

function Entry({ entry }: { entry: SecurityEntry }) {
  const where = [entry.device, entry.place, entry.address].filter((it) => it != null && it !== '')
  return (
    <li className="px-4 py-3">
      <p>{entry.text}</p>
      <p className="text-sm text-soft">
        <time dateTime={entry.at}>{clockTime(entry.at)}</time>
        {where.length > 0 && ` · ${where.join(' · ')}`}
      </p>
    </li>
  )
}

function byDay(entries: SecurityEntry[]): Map<string, SecurityEntry[]> {
  const days = new Map<string, SecurityEntry[]>()
  for (const entry of entries) {
    const day = dayOf(entry.at)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return days
}
