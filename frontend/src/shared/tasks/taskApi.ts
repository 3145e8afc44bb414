import { call } from '@/shared/api/client'
import type { NextTask, QuickAdded, Task, TaskChange } from '@/shared/api/types'

const PAGE = 200
/** More than anybody has open, and an end. */
const MOST_PAGES = 25

export type TaskFilter = 'CURRENT' | 'DONE'

/** All that is current, page by page; of what is done, the newest. */
export async function listTasks(filter: TaskFilter): Promise<Task[]> {
  const status = filter === 'DONE' ? 'DONE' : ''
  const tasks: Task[] = []
  let cursor = ''
  for (let pages = filter === 'DONE' ? 1 : MOST_PAGES; pages > 0; pages -= 1) {
    const page = await call('get', '/api/v1/tasks', { query: { limit: PAGE, status, cursor } })
    tasks.push(...page.items)
    cursor = page.nextCursor ?? ''
    if (cursor === '') break
  }
  return tasks
}

export function nextTask(): Promise<NextTask> {
  return call('get', '/api/v1/tasks/next')
}

export function quickAdd(id: string, text: string): Promise<QuickAdded> {
  return call('post', '/api/v1/tasks/quick-add', { body: { id, text }, idempotencyKey: id })
}

export function changeTask(task: Task, change: TaskChange): Promise<Task> {
  const { id, version } = task
  return call('patch', '/api/v1/tasks/{id}', { path: { id }, body: change, ifMatch: version })
}

export function completeTask(id: string): Promise<Task> {
  return call('post', '/api/v1/tasks/{id}/complete', { path: { id } })
}

export function reopenTask(id: string): Promise<Task> {
  return call('post', '/api/v1/tasks/{id}/reopen', { path: { id } })
}

export function postponeTask(id: string): Promise<Task> {
  return call('post', '/api/v1/tasks/{id}/not-today', { path: { id } })
}

export async function deleteTask(id: string): Promise<void> {
  await call('delete', '/api/v1/tasks/{id}', { path: { id } })
}
