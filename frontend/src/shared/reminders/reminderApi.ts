import { call } from '@/shared/api/client'
import type { NewReminder, Page, Reminder } from '@/shared/api/types'

const PAGE = 200

/** What is still to come and what waits for an answer, in order of time. */
export async function openReminders(): Promise<Reminder[]> {
  const pages = await Promise.all(
    (['FIRED', 'PENDING'] as const).map((status) =>
      call('get', '/api/v1/reminders', { query: { status, limit: PAGE } }),
    ),
  )
  return pages.flatMap((page) => page.items)
}

/** All there ever were, newest first. */
export function allReminders(cursor?: string): Promise<Page<Reminder>> {
  return call('get', '/api/v1/reminders', { query: { status: 'ALL' as const, cursor } })
}

/** Its id makes the create safe to repeat. */
export function createReminder(reminder: NewReminder & { id: string }): Promise<Reminder> {
  return call('post', '/api/v1/reminders', { body: reminder, idempotencyKey: reminder.id })
}

/** A merge patch: what is named is set, null clears. */
export function changeReminder(id: string, patch: object): Promise<Reminder> {
  return call('patch', '/api/v1/reminders/{id}', { path: { id }, body: patch })
}

export async function deleteReminder(id: string): Promise<void> {
  await call('delete', '/api/v1/reminders/{id}', { path: { id } })
}

export function doneReminder(id: string): Promise<Reminder> {
  return call('post', '/api/v1/reminders/{id}/done', { path: { id } })
}

export function skipReminder(id: string): Promise<Reminder> {
  return call('post', '/api/v1/reminders/{id}/skip', { path: { id } })
}

export function snoozeReminder(id: string, minutes: number): Promise<Reminder> {
  return call('post', '/api/v1/reminders/{id}/snooze', { path: { id }, body: { minutes } })
}
