import { call } from '@/shared/api/client'
import type { Page, Session } from '@/shared/api/types'

/** All sessions of the person, this one first. */
export async function readSessions(): Promise<Session[]> {
  const all: Session[] = []
  let cursor = ''
  do {
    const page: Page<Session> = await call('get', '/api/v1/sessions', { query: { cursor } })
    all.push(...page.items)
    cursor = page.nextCursor ?? ''
  } while (cursor !== '')
  return all.toSorted((a, b) => Number(b.current) - Number(a.current))
}

export async function changeSession(
  id: string,
  change: { name?: string; trusted?: boolean },
): Promise<void> {
  await call('patch', '/api/v1/sessions/{id}', { path: { id }, body: change })
}

export async function endSession(id: string): Promise<void> {
  await call('delete', '/api/v1/sessions/{id}', { path: { id } })
}

export async function endOtherSessions(): Promise<void> {
  await call('delete', '/api/v1/sessions', { query: { except: 'current' } })
}
