import { useEffect } from 'react'
import { useSearchParams } from 'react-router'

import type { Reminder } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { useNow } from '@/shared/lib/clock'
import { usePages } from '@/shared/lib/usePages'
import { useRealtime } from '@/shared/realtime/realtime'
import { allReminders } from '@/shared/reminders/reminderApi'
import { refreshReminders, useReminders } from '@/shared/reminders/reminderStore'
import { Button } from '@/shared/ui/Button'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loading } from '@/shared/ui/Loading'
import { Notice } from '@/shared/ui/Notice'
import { Page, Section } from '@/shared/ui/Page'

import { NewReminderForm } from './NewReminderForm'
import { PastReminder, ReminderRow } from './ReminderRow'

const shows = ['open', 'past'] as const

/** What one will be reminded of, what waits for an answer, and what was. */
export function RemindersPage() {
  const t = useText()
  const [search, setSearch] = useSearchParams()
  const show = search.get('show') === 'past' ? 'past' : 'open'
  return (
    <Page title={t('nav.reminders')} lead={t('reminders.lead')}>
      <NewReminderForm />
      <div role="group" aria-label={t('reminders.show.label')} className="mt-5 mb-4 flex gap-1.5">
        {shows.map((it) => (
          <button
            key={it}
            type="button"
            aria-pressed={show === it}
            onClick={() => setSearch(it === 'open' ? {} : { show: it }, { replace: true })}
            className="min-h-11 rounded-full px-4 font-medium text-soft hover:bg-sunken aria-pressed:bg-accent-soft aria-pressed:text-accent"
          >
            {t(`reminders.show.${it}`)}
          </button>
        ))}
      </div>
      {show === 'open' ? <Open /> : <Past />}
    </Page>
  )
}

function Open() {
  const t = useText()
  const { open, problem } = useReminders()
  const connections = useRealtime((state) => state.opened)
  const now = useNow().toISOString()
  useEffect(() => void refreshReminders(), [connections])
  if (open === null) return problem === null ? <Loading /> : <Notice>{problem.message}</Notice>
  if (open.length === 0) {
    return (
      <EmptyState icon="bell" title={t('reminders.empty.open')}>
        {t('reminders.emptyLead')}
      </EmptyState>
    )
  }
  const waits = (reminder: Reminder): boolean =>
    reminder.status === 'FIRED' || reminder.dueAt <= now
  return (
    <>
      {problem !== null && <Notice>{problem.message}</Notice>}
      <Group title={t('reminders.waiting')} reminders={open.filter(waits)} told />
      <Group title={t('reminders.coming')} reminders={open.filter((it) => !waits(it))} />
    </>
  )
}

interface GroupProps {
  title: string
  reminders: Reminder[]
  told?: boolean
}

function Group({ title, reminders, told = false }: GroupProps) {
  if (reminders.length === 0) return null
  return (
    <Section title={title}>
      <ul className="divide-y divide-line border-y border-line">
        {reminders.map((reminder) => (
          <ReminderRow key={reminder.id} reminder={reminder} told={told} />
        ))}
      </ul>
    </Section>
  )
}

function Past() {
  const t = useText()
  const { items, next, problem, busy, more } = usePages(allReminders)
  const past = items?.filter((it) => it.status !== 'PENDING' && it.status !== 'FIRED')
  return (
    <div aria-busy={busy} className="grid gap-4">
      {problem !== null && <Notice>{problem.message}</Notice>}
      {items === null && problem === null && <Loading />}
      {past?.length === 0 && next === null && (
        <EmptyState icon="check" title={t('reminders.empty.past')} />
      )}
      {past !== undefined && past.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {past.map((reminder) => (
            <PastReminder key={reminder.id} reminder={reminder} />
          ))}
        </ul>
      )}
      {next !== null && (
        <Button busy={busy} onClick={() => void more()}>
          {t('reminders.more')}
        </Button>
      )}
    </div>
  )
}
