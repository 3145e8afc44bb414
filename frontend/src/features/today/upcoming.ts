import { call } from '@/shared/api/client'
import type { CalendarItem, Task } from '@/shared/api/types'
import { clockTime, dayOf } from '@/shared/lib/time'
import { bucketOf, inOrder } from '@/shared/tasks/order'

/** Something that the day holds. */
export interface Entry {
  id: string
  kind: 'task' | 'event'
  title: string
  /** The moment to sort by; null for what lasts all day or has no time. */
  at: string | null
  when: string | null
  /** When it ends, where that is known: of an event, or by the estimate of a task. */
  until: string | null
}

/** The calendar items of all connected accounts; none where an account does not answer. */
export async function calendarItems(): Promise<CalendarItem[]> {
  const { items } = await call('get', '/api/v1/oauth/integrations')
  const pages = await Promise.allSettled(
    items.map(({ id }) =>
      call('get', '/api/v1/oauth/integrations/{id}/items', { path: { id }, query: { limit: 200 } }),
    ),
  )
  return pages.flatMap((page) => (page.status === 'fulfilled' ? page.value.items : []))
}

/** What is left of the day, in order of time; what has no time comes last. */
export function entriesOf(
  tasks: Task[],
  items: CalendarItem[],
  today: string,
  now: Date,
  except: string | null,
): Entry[] {
  const fromTasks = inOrder(tasks)
    .filter((task) => task.status === 'OPEN' || task.status === 'DOING')
    .filter((task) => task.id !== except && bucketOf(task, today) === 'today')
    .map((task): Entry => ({
      ...entry('task', task.id, task.title, task.dueAt ?? null),
      until: endOf(task),
    }))
  const fromCalendar = items
    .filter((item) => isOn(item, today) && !isOver(item, now))
    .map((item): Entry => ({
      ...entry('event', item.id, item.data.title, item.data.startAt ?? null),
      until: item.data.startAt == null ? null : (item.data.endAt ?? null),
    }))
  return [...fromTasks, ...fromCalendar].toSorted((a, b) =>
    (a.at ?? '9').localeCompare(b.at ?? '9'),
  )
}

function endOf({ dueAt, estimateMinutes }: Task): string | null {
  if (dueAt == null || estimateMinutes == null) return null
  return new Date(Date.parse(dueAt) + estimateMinutes * 60_000).toISOString()
}

function entry(
  kind: Entry['kind'],
  id: string,
  title: string,
  at: string | null,
): Omit<Entry, 'until'> {
  return { id, kind, title, at, when: at === null ? null : clockTime(at) }
}

function isOn({ data }: CalendarItem, day: string): boolean {
  if (data.startAt != null) return dayOf(data.startAt) === day
  if (data.startDate == null) return false
  return data.startDate <= day && day < (data.endDate ?? `${data.startDate}~`)
}

function isOver({ data }: CalendarItem, now: Date): boolean {
  const until = data.endAt ?? data.startAt
  return until != null && new Date(until) < now
}
