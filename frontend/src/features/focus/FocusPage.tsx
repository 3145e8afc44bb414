import { useCallback, useEffect } from 'react'

import type { FocusSession } from '@/shared/api/types'
import { listFocus } from '@/shared/focus/focusApi'
import { isOpen, useFocus } from '@/shared/focus/focusStore'
import { clockFigure, usePassing } from '@/shared/focus/passing'
import { StartForm } from '@/shared/focus/StartForm'
import { useText } from '@/shared/i18n/i18n'
import { useToday } from '@/shared/lib/clock'
import { dayOf, shortDay } from '@/shared/lib/time'
import { usePages } from '@/shared/lib/usePages'
import { onEvent } from '@/shared/realtime/events'
import { useTasks } from '@/shared/tasks/taskStore'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loading } from '@/shared/ui/Loading'
import { Notice } from '@/shared/ui/Notice'
import { Page, Section } from '@/shared/ui/Page'
import { TimeRing } from '@/shared/ui/TimeRing'

import { PastSession } from './PastSession'

/** What runs now, or how to begin, and what was. */
export function FocusPage() {
  const t = useText()
  const current = useFocus((state) => state.current)
  return (
    <Page title={t('nav.focus')} lead={t('focus.lead')}>
      <Card className="p-4 sm:p-6">
        {current === null ? <StartForm taskId={null} /> : <Dial session={current} />}
      </Card>
      <History />
    </Page>
  )
}

/** The time as a large shape; the bar above has what can be done. */
function Dial({ session }: { session: FocusSession }) {
  const t = useText()
  const { seconds, share, down } = usePassing(session)
  const { taskId, mode } = session
  const title = useTasks((state) => (taskId == null ? undefined : state.tasks[taskId]?.title))
  return (
    <div className="grid justify-items-center gap-4 py-4 text-center">
      <div className="relative grid place-items-center">
        <TimeRing share={share} className="size-56" />
        <p className="absolute text-4xl font-semibold tabular-nums">{clockFigure(seconds)}</p>
      </div>
      <p className="text-xl font-semibold">{title ?? t(`focus.mode.${mode}`)}</p>
      <p className="text-soft">
        {t(down ? 'focus.left' : 'focus.gone', { time: clockFigure(seconds) })}
        {session.status === 'PAUSED' && ` · ${t('focus.paused')}`}
      </p>
    </div>
  )
}

function History() {
  const t = useText()
  const today = useToday()
  const read = useCallback((cursor?: string) => listFocus(cursor), [])
  const { items, next, problem, busy, more, reload } = usePages<FocusSession>(read)
  useEffect(
    () =>
      onEvent('focus.changed', ({ session }) => {
        if (!isOpen(session)) void reload()
      }),
    [reload],
  )
  if (items === null) return problem === null ? <Loading /> : <Notice>{problem.message}</Notice>
  const past = items.filter((session) => !isOpen(session))
  if (past.length === 0) {
    return (
      <div className="mt-8">
        <EmptyState icon="focus" title={t('focus.empty')}>
          {t('focus.emptyLead')}
        </EmptyState>
      </div>
    )
  }
  return (
    <>
      {byDay(past).map(([day, sessions]) => (
        <Section
          key={day}
          title={t('focus.day', {
            day: shortDay(day, today),
            time: t('task.minutes', { count: sum(sessions) }),
          })}
        >
          <ul className="divide-y divide-line border-y border-line">
            {sessions.map((session) => (
              <PastSession key={session.id} session={session} />
            ))}
          </ul>
        </Section>
      ))}
      {problem !== null && <Notice>{problem.message}</Notice>}
      {next !== null && (
        <div className="mt-4 text-center">
          <Button busy={busy} onClick={() => void more()}>
            {t('focus.more')}
          </Button>
        </div>
      )}
    </>
  )
}

function byDay(sessions: FocusSession[]): [string, FocusSession[]][] {
  const days = new Map<string, FocusSession[]>()
  for (const session of sessions) {
    const day = dayOf(session.startedAt)
    days.set(day, [...(days.get(day) ?? []), session])
  }
  return [...days]
}

function sum(sessions: FocusSession[]): number {
  return sessions.reduce((minutes, session) => minutes + (session.actualMinutes ?? 0), 0)
}
