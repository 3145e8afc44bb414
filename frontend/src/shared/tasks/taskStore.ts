import { create } from 'zustand'

import { toProblem } from '@/shared/api/errors'
import type { Problem } from '@/shared/api/errors'
import type { NextTask, Task, TaskChange } from '@/shared/api/types'
import { loadTasks, saveTasks } from '@/shared/offline/snapshot'
import { onEvent } from '@/shared/realtime/events'

import {
  changeTask,
  completeTask,
  deleteTask,
  listTasks,
  nextTask,
  postponeTask,
  reopenTask,
} from './taskApi'
import type { TaskFilter } from './taskApi'

interface TaskState {
  tasks: Record<string, Task>
  next: NextTask | null
  /** `kept`: what this device kept is shown, because the service has not answered yet. */
  source: 'none' | 'kept' | 'service'
  /** When what is shown was read from the service. */
  asOf: string | null
  problem: Problem | null
}

const nothing: TaskState = { tasks: {}, next: null, source: 'none', asOf: null, problem: null }

export const useTasks = create<TaskState>(() => nothing)

const isCurrent = (task: Task): boolean => task.status === 'OPEN' || task.status === 'DOING'

/** Shows what this device kept until the service answers. */
export async function openTasks(): Promise<void> {
  const kept = await loadTasks()
  if (kept === null || useTasks.getState().source !== 'none') return
  useTasks.setState({
    tasks: byId(kept.tasks),
    next: kept.next,
    source: 'kept',
    asOf: kept.savedAt,
  })
}

/** Reads the current tasks and the one to do next; safe to call at any time. */
export async function refreshTasks(filter: TaskFilter = 'CURRENT'): Promise<void> {
  try {
    const [listed, next] = await Promise.all([listTasks(filter), nextTask()])
    useTasks.setState(({ tasks }) => ({
      tasks: { ...without(tasks, filter), ...byId(listed) },
      next,
      source: 'service',
      asOf: new Date().toISOString(),
      problem: null,
    }))
    keep()
  } catch (error) {
    useTasks.setState({ problem: toProblem(error) })
  }
}

export function clearTasks(): void {
  useTasks.setState(nothing)
}

export function putTask(task: Task): void {
  useTasks.setState(({ tasks }) => {
    const known = tasks[task.id]
    return known !== undefined && known.version > task.version
      ? {}
      : { tasks: { ...tasks, [task.id]: task } }
  })
  keep()
}

export function complete(task: Task): Promise<Problem | null> {
  return optimistically(task, { ...task, status: 'DONE' }, () => completeTask(task.id))
}

export function reopen(task: Task): Promise<Problem | null> {
  return optimistically(task, { ...task, status: 'OPEN' }, () => reopenTask(task.id))
}

export function postpone(task: Task): Promise<Problem | null> {
  return optimistically(task, task, () => postponeTask(task.id))
}

export async function change(task: Task, wish: TaskChange): Promise<Problem | null> {
  try {
    putTask(await changeTask(task, wish))
    await renewNext()
    return null
  } catch (error) {
    return toProblem(error)
  }
}

export async function drop(task: Task): Promise<Problem | null> {
  forget(task.id)
  try {
    await deleteTask(task.id)
    await renewNext()
    return null
  } catch (error) {
    putTask(task)
    return toProblem(error)
  }
}

/** Shows the outcome at once and takes it back if the service refuses. */
async function optimistically(
  before: Task,
  expected: Task,
  work: () => Promise<Task>,
): Promise<Problem | null> {
  useTasks.setState(({ tasks }) => ({ tasks: { ...tasks, [before.id]: expected } }))
  try {
    putTask(await work())
    await renewNext()
    return null
  } catch (error) {
    useTasks.setState(({ tasks }) => ({ tasks: { ...tasks, [before.id]: before } }))
    return toProblem(error)
  }
}

async function renewNext(): Promise<void> {
  try {
    useTasks.setState({ next: await nextTask() })
    keep()
  } catch {
    // The one shown stays; the next refresh says what is wrong.
  }
}

function forget(id: string): void {
  useTasks.setState(({ tasks }) => {
    const { [id]: _, ...others } = tasks
    return { tasks: others }
  })
  keep()
}

function keep(): void {
  const { tasks, next, asOf, source } = useTasks.getState()
  if (source !== 'service') return
  void saveTasks({
    tasks: Object.values(tasks).filter(isCurrent),
    next,
    savedAt: asOf ?? new Date().toISOString(),
  })
}

function byId(tasks: Task[]): Record<string, Task> {
  return Object.fromEntries(tasks.map((task) => [task.id, task]))
}

function without(tasks: Record<string, Task>, filter: TaskFilter): Record<string, Task> {
  const staying = Object.values(tasks).filter((task) => isCurrent(task) !== (filter === 'CURRENT'))
  return byId(staying)
}

onEvent('task.changed', (data) => {
  if ('task' in data) putTask(data.task)
  else forget(data.id)
  if (useTasks.getState().source === 'service') void renewNext()
})
