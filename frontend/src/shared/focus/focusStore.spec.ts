import { http, HttpResponse } from 'msw'
import { beforeEach, expect, it } from 'vitest'

import { dispatch } from '@/shared/realtime/events'
import { someFocus } from '@/testing/fixtures'
import { at, problem, server } from '@/testing/server'

import { clearFocus, refreshFocus, startFocus, useFocus, wishParking } from './focusStore'

const SESSIONS = at('/api/v1/focus-sessions')
const session = someFocus()

const tell = (change: Parameters<typeof someFocus>[0]): void =>
  dispatch({ type: 'focus.changed', data: { session: someFocus(change) } })

beforeEach(clearFocus)

it('starts once, and keeps the clock of the service', async () => {
  const keys: (string | null)[] = []
  server.use(
    http.post(SESSIONS, async ({ request }) => {
      keys.push(request.headers.get('Idempotency-Key'))
      expect(await request.json()).toEqual({ mode: 'POMODORO', plannedMinutes: 25, taskId: 't' })
      return HttpResponse.json({ ...session, taskId: 't' }, { status: 201 })
    }),
  )
  expect(await startFocus({ mode: 'POMODORO', plannedMinutes: 25, taskId: 't' })).toBeNull()
  const { current, aheadMillis } = useFocus.getState()
  expect(current).toMatchObject({ id: session.id, taskId: 't' })
  expect(Math.abs(Date.now() + aheadMillis - Date.parse(session.serverTime))).toBeLessThan(5_000)
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/)
})

it('shows what runs already when a second one is refused', async () => {
  server.use(
    http.post(SESSIONS, () => problem(409, 'focus-session-running')),
    http.get(SESSIONS, () => HttpResponse.json({ current: session, items: [] })),
  )
  expect((await startFocus({ mode: 'FLOW' }))?.code).toBe('focus-session-running')
  expect(useFocus.getState().current?.id).toBe(session.id)
})

it('follows what other devices do, until the end', () => {
  tell({})
  tell({ status: 'PAUSED', serverTime: '2026-11-23T09:01:00Z' })
  expect(useFocus.getState().current?.status).toBe('PAUSED')
  tell({ status: 'COMPLETED', actualMinutes: 25, serverTime: '2026-11-23T09:25:00Z' })
  expect(useFocus.getState()).toMatchObject({ current: null, ended: { actualMinutes: 25 } })
})

it('does not go back to what was told before', () => {
  tell({ status: 'STOPPED', serverTime: '2026-11-23T09:20:00Z' })
  tell({ status: 'RUNNING', serverTime: '2026-11-23T09:10:00Z' })
  expect(useFocus.getState().current).toBeNull()
})

it('asks as somebody beside the person would, only while it runs', () => {
  const data = { session, moment: 'MIDDLE' }
  dispatch({ type: 'focus.check-in', data })
  expect(useFocus.getState()).toMatchObject({ current: { id: session.id }, checkIn: 'MIDDLE' })
  const later = { ...session, status: 'COMPLETED', serverTime: '2026-11-23T09:25:00Z' }
  dispatch({ type: 'focus.check-in', data: { session: later, moment: 'END' } })
  expect(useFocus.getState().checkIn).toBeNull()
})

it('forgets what ended while nobody listened', async () => {
  tell({})
  server.use(http.get(SESSIONS, () => HttpResponse.json({ current: null, items: [] })))
  await refreshFocus()
  expect(useFocus.getState().current).toBeNull()
  expect(wishParking()).toBe(false)
})
