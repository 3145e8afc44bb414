import { useState } from 'react'

import type { FocusSession } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { clockTime } from '@/shared/lib/time'
import { capture } from '@/shared/tasks/captures'
import { useTasks } from '@/shared/tasks/taskStore'
import { IconButton } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'

/** What was done, for how long, and what came up meanwhile. */
export function PastSession({ session }: { session: FocusSession }) {
  const t = useText()
  const { taskId, actualMinutes, plannedMinutes, distractions } = session
  const title = useTasks((state) => (taskId == null ? undefined : state.tasks[taskId]?.title))
  return (
    <li className="grid gap-1.5 py-3">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-sm text-soft tabular-nums">{clockTime(session.startedAt)}</span>
        <span className="min-w-0 flex-1 font-medium">{title ?? t('focus.free')}</span>
        <span className="text-sm text-soft">
          {t(`focus.mode.${session.mode}`)} ·{' '}
          {t('focus.ofPlan', { actual: actualMinutes ?? 0, planned: plannedMinutes })}
        </span>
      </p>
      {distractions.length > 0 && (
        <ul aria-label={t('focus.parkedTitle')} className="grid gap-1 pl-2">
          {distractions.map((thought) => (
            <Thought key={thought.id} text={thought.text} />
          ))}
        </ul>
      )}
    </li>
  )
}

/** A thought that waited; it can become a task, in the words in which it came. */
function Thought({ text }: { text: string }) {
  const t = useText()
  const [made, setMade] = useState(false)
  return (
    <li className="flex items-center gap-2 text-[0.9375rem] text-soft">
      <span className="min-w-0 flex-1">{text}</span>
      {made ? (
        <span role="status" className="flex items-center gap-1.5 py-2.5 text-sm text-accent">
          <Icon name="check" className="size-4" />
          {t('focus.madeTask')}
        </span>
      ) : (
        <IconButton
          icon="plus"
          label={t('focus.makeTask', { text })}
          onClick={() => {
            setMade(true)
            void capture(text)
          }}
        />
      )}
    </li>
  )
}
