import type { Task } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { useToday } from '@/shared/lib/clock'
import { clockTime, shortDay } from '@/shared/lib/time'
import { Icon } from '@/shared/ui/Icon'

import { bucketOf, dueDay } from './order'

interface Props {
  task: Task
  /** Where no heading says that the task is carried over. */
  saysCarried?: boolean
}

/** When, how long, how important, in one quiet line. */
export function TaskFacts({ task, saysCarried = false }: Props) {
  const t = useText()
  const today = useToday()
  const day = dueDay(task)
  const carried = task.status !== 'DONE' && bucketOf(task, today) === 'carried'
  const nothing =
    (day === null || (carried && !saysCarried)) &&
    task.estimateMinutes == null &&
    task.priority !== 'HIGH' &&
    task.tags.length === 0
  if (nothing && task.recurrence == null) return null
  return (
    <ul className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.9375rem] text-soft">
      {carried && saysCarried && (
        <li className="rounded-full bg-wait-soft px-2.5 py-0.5 text-sm text-wait">
          {t('task.carried')}
        </li>
      )}
      {day !== null && !carried && (
        <li className="flex items-center gap-1.5">
          <Icon name={task.dueAt == null ? 'calendar' : 'clock'} className="size-4" />
          {shortDay(day, today)}
          {task.dueAt != null && ` ${clockTime(task.dueAt)}`}
        </li>
      )}
      {task.estimateMinutes != null && (
        <li>{t('task.minutes', { count: task.estimateMinutes })}</li>
      )}
      {task.priority === 'HIGH' && (
        <li className="flex items-center gap-1 text-accent">
          <Icon name="flag" className="size-4" />
          {t('task.priority.HIGH')}
        </li>
      )}
      {task.recurrence != null && (
        <li className="flex items-center gap-1">
          <Icon name="refresh" className="size-4" />
          {t('task.repeats')}
        </li>
      )}
      {task.tags.map((tag) => (
        <li key={tag}>#{tag}</li>
      ))}
    </ul>
  )
}
