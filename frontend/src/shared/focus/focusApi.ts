import { call } from '@/shared/api/client'
import type { FocusHistory, FocusSession, NewFocus } from '@/shared/api/types'
import { newId } from '@/shared/lib/ids'

/** The open session, and those before it, newest first. */
export function listFocus(cursor?: string, limit?: number): Promise<FocusHistory> {
  return call('get', '/api/v1/focus-sessions', { query: { cursor, limit } })
}

export function beginFocus(wish: NewFocus): Promise<FocusSession> {
  return call('post', '/api/v1/focus-sessions', { body: wish, idempotencyKey: newId() })
}

export function pauseFocus(id: string): Promise<FocusSession> {
  return call('post', '/api/v1/focus-sessions/{id}/pause', { path: { id } })
}

export function resumeFocus(id: string): Promise<FocusSession> {
  return call('post', '/api/v1/focus-sessions/{id}/resume', { path: { id } })
}

export function extendFocus(id: string, minutes: number): Promise<FocusSession> {
  return call('post', '/api/v1/focus-sessions/{id}/extend', { path: { id }, body: { minutes } })
}

export function endFocus(id: string): Promise<FocusSession> {
  return call('post', '/api/v1/focus-sessions/{id}/stop', { path: { id } })
}

export function answerCheckIn(id: string): Promise<FocusSession> {
  return call('post', '/api/v1/focus-sessions/{id}/check-in', { path: { id }, body: {} })
}

export async function keepDistraction(id: string, text: string, key: string): Promise<void> {
  await call('post', '/api/v1/focus-sessions/{id}/distractions', {
    path: { id },
    body: { text },
    idempotencyKey: key,
  })
}
