import type { NewReminder, Reminder, Task } from '@/shared/api/types'
import { newId } from '@/shared/lib/ids'
import { addDays, dayOf, momentOf } from '@/shared/lib/time'
import { createReminder } from '@/shared/reminders/reminderApi'
import { quickAdd } from '@/shared/tasks/taskApi'
import { putTask } from '@/shared/tasks/taskStore'

/** When to remind: as the words say, in some minutes, tomorrow, or at a chosen moment. */
export type When = 'words' | '10' | '60' | 'tomorrow' | 'moment'

export interface Draft {
  /** Of the create, so that it can be repeated. */
  id: string
  /** Of the task that the words become, likewise. */
  taskId: string
  text: string
  when: When
  day: string
  time: string
  rule: string | null
  /** What the words have become already, when no time was found in them. */
  task: Task | null
}

export function emptyDraft(): Draft {
  return {
    id: newId(),
    taskId: newId(),
    text: '',
    when: 'words',
    day: '',
    time: '',
    rule: null,
    task: null,
  }
}

/** Nothing in the words says when. */
export class NoTime extends Error {
  constructor(readonly task: Task) {
    super('no time')
  }
}

/**
 * Has the reminder made. The words are read by the service as any capture is, so they become a task
 * with its reminder, as when one asks for it in the chat.
 */
export async function remind(draft: Draft, now: Date = new Date()): Promise<Reminder> {
  const { id, text, when, rule } = draft
  if (when === 'words' && draft.task === null) return await fromWords(draft)
  const common = {
    id,
    text: draft.task?.title ?? text.trim(),
    taskId: draft.task?.id ?? null,
    recurrence: rule,
  }
  return await createReminder({ ...common, ...momentFor(draft, now) })
}

async function fromWords({ id, taskId, text }: Draft): Promise<Reminder> {
  const { task } = await quickAdd(taskId, text.trim())
  putTask(task)
  if (task.dueAt == null && task.dueDate == null) throw new NoTime(task)
  const common = { id, text: task.title, taskId: task.id, recurrence: task.recurrence ?? null }
  const moment = task.dueAt == null ? { offsetMinutes: 0 } : { dueAt: task.dueAt }
  return await createReminder({ ...common, ...moment })
}

function momentFor(draft: Draft, now: Date): Pick<NewReminder, 'dueAt' | 'inMinutes'> {
  if (draft.when === '10' || draft.when === '60') return { inMinutes: Number(draft.when) }
  if (draft.when === 'moment') return { dueAt: momentOf(`${draft.day}T${draft.time}`) }
  return { dueAt: momentOf(`${addDays(dayOf(now), 1)}T09:00`) }
}
