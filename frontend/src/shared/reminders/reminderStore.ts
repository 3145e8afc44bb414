import { create } from 'zustand'

import { toProblem } from '@/shared/api/errors'
import type { Problem } from '@/shared/api/errors'
import type { Reminder } from '@/shared/api/types'
import { useSession } from '@/shared/auth/session'
import { onEvent } from '@/shared/realtime/events'

import { settled } from './due'
import { openReminders } from './reminderApi'

interface ReminderState {
  /** Those that are not answered; null until they were read. */
  open: Reminder[] | null
  problem: Problem | null
}

const nothing: ReminderState = { open: null, problem: null }

export const useReminders = create<ReminderState>(() => nothing)

const isOpen = (reminder: Reminder): boolean =>
  reminder.status === 'PENDING' || reminder.status === 'FIRED'

export async function refreshReminders(): Promise<void> {
  try {
    useReminders.setState({ open: inTime(await openReminders()), problem: null })
  } catch (error) {
    useReminders.setState({ problem: toProblem(error) })
  }
}

export function putReminder(reminder: Reminder): void {
  useReminders.setState(({ open }) => {
    if (open === null) return {}
    const others = open.filter((known) => known.id !== reminder.id)
    return { open: isOpen(reminder) ? inTime([...others, reminder]) : others }
  })
}

export function forgetReminder(id: string): void {
  settled(id)
  useReminders.setState(({ open }) => ({ open: open?.filter((it) => it.id !== id) ?? null }))
}

/** Answers it, which also ends its repetitions everywhere. */
export async function answer(work: () => Promise<Reminder>): Promise<Problem | null> {
  try {
    const reminder = await work()
    putReminder(reminder)
    settled(reminder.id)
    return null
  } catch (error) {
    return toProblem(error)
  }
}

function inTime(reminders: Reminder[]): Reminder[] {
  return reminders.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
}

onEvent('reminder.changed', ({ reminder }) => putReminder(reminder))
onEvent('reminder.due', ({ reminder }) => putReminder(reminder))

useSession.subscribe(({ phase }) => {
  if (phase === 'signed-out') useReminders.setState(nothing)
})
