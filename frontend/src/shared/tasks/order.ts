import type { Task } from '@/shared/api/types'
import { dayOf } from '@/shared/lib/time'

/** The calendar day a task is for, if it is for one. */
export function dueDay(task: Task): string | null {
  if (task.dueAt != null) return dayOf(task.dueAt)
  return task.dueDate ?? null
}

export type Bucket = 'carried' | 'today' | 'coming' | 'someday'

/** Where a task stands in time: nothing is ever late, it is carried over. */
export function bucketOf(task: Task, today: string): Bucket {
  const day = dueDay(task)
  if (day === null) return 'someday'
  if (day < today) return 'carried'
  return day === today ? 'today' : 'coming'
}

const weight = { HIGH: 0, NORMAL: 1, LOW: 2 }

/** By day and time, then by priority, then as written down. */
export function inOrder(tasks: Task[]): Task[] {
  return tasks.toSorted(
    (a, b) =>
      (dueDay(a) ?? '9').localeCompare(dueDay(b) ?? '9') ||
      (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') ||
      weight[a.priority] - weight[b.priority] ||
      a.createdAt.localeCompare(b.createdAt),
  )
}

/** The first of the parts that a task was broken into and that is still open. */
export function firstStepOf(task: Task, tasks: Task[]): Task | undefined {
  return tasks
    .filter((it) => it.parentId === task.id && (it.status === 'OPEN' || it.status === 'DOING'))
    .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id))[0]
}
