import { create } from 'zustand'

import type { Reminder } from '@/shared/api/types'
import { onEvent } from '@/shared/realtime/events'

/** A reminder that was told while the app is open. */
export interface Told {
  reminder: Reminder
  /** When it was for. */
  moment: string
  late: boolean
}

/** What was told and waits for an answer, oldest first. */
export const useDue = create<{ told: Told[] }>(() => ({ told: [] }))

export function settled(id: string): void {
  useDue.setState(({ told }) => ({ told: told.filter(({ reminder }) => reminder.id !== id) }))
}

export function clearDue(): void {
  useDue.setState({ told: [] })
}

onEvent('reminder.due', ({ reminder, moment, late }) =>
  useDue.setState(({ told }) => ({
    told: [
      ...told.filter((known) => known.reminder.id !== reminder.id),
      { reminder, moment, late },
    ],
  })),
)
// Answered here, in another tab, or by a word from the phone.
onEvent('reminder.changed', ({ reminder }) => settled(reminder.id))
