import type { NextTask, Task, User } from '@/shared/api/types'

import { read, write } from './database'

/** The last known tasks, to open with while there is no network. */
export interface TaskSnapshot {
  tasks: Task[]
  next: NextTask | null
  savedAt: string
}

export function savePerson(person: User): Promise<void> {
  return write('snapshot', 'person', person).catch(() => undefined)
}

export async function loadPerson(): Promise<User | null> {
  return ((await read('snapshot', 'person')) as User | undefined) ?? null
}

export function saveTasks(snapshot: TaskSnapshot): Promise<void> {
  return write('snapshot', 'tasks', snapshot).catch(() => undefined)
}

export async function loadTasks(): Promise<TaskSnapshot | null> {
  const kept = await read('snapshot', 'tasks').catch(() => undefined)
  return (kept as TaskSnapshot | undefined) ?? null
}
