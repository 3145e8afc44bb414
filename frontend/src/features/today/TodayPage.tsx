import { useState } from 'react'

import type { Problem } from '@/shared/api/errors'
import { useSession } from '@/shared/auth/session'
import { useText } from '@/shared/i18n/i18n'
import { useToday } from '@/shared/lib/clock'
import { clockTime, longDay } from '@/shared/lib/time'
import { QuickCapture } from '@/shared/tasks/QuickCapture'
import { useTasks } from '@/shared/tasks/taskStore'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loading } from '@/shared/ui/Loading'
import { Notice } from '@/shared/ui/Notice'
import { Page } from '@/shared/ui/Page'

import { DayTimeline } from './DayTimeline'
import { NextReminders } from './NextReminders'
import { NowCard } from './NowCard'

/** One task, one field, and the day that it stands in. */
export function TodayPage() {
  const t = useText()
  const today = useToday()
  const name = useSession((state) => state.user?.displayName.split(' ')[0] ?? '')
  const { next, source, asOf, problem } = useTasks()
  const [refused, setRefused] = useState<Problem | null>(null)
  const task = next?.task ?? null
  return (
    <Page title={t('today.greeting', { name })} lead={longDay(`${today}T12:00:00Z`)}>
      <div className="grid grid-cols-1 gap-4">
        {source === 'kept' && asOf !== null && problem !== null && (
          <p className="text-sm text-soft">{t('today.asOf', { time: clockTime(asOf) })}</p>
        )}
        {source === 'none' && problem === null && <Loading rows={2} />}
        {source === 'none' && problem !== null && <Notice>{problem.message}</Notice>}
        {source !== 'none' && task !== null && (
          <NowCard key={task.id} task={task} why={next?.why ?? null} onProblem={setRefused} />
        )}
        {source !== 'none' && task === null && (
          <EmptyState icon="today" title={t('today.emptyTitle')}>
            {t('today.emptyLead')}
          </EmptyState>
        )}
        {refused !== null && <Notice>{refused.message}</Notice>}
        <QuickCapture />
      </div>
      {source !== 'none' && <DayTimeline today={today} except={task?.id ?? null} />}
      <NextReminders />
    </Page>
  )
}
