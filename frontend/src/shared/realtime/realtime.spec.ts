import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { accept, end, useSession } from '@/shared/auth/session'
import { someGrant } from '@/testing/fixtures'
import { at, problem, server } from '@/testing/server'
import { StompSocket } from '@/testing/stompSocket'

import { onEvent } from './events'
import { publish, startRealtime, stopRealtime, useRealtime } from './realtime'

beforeEach(async () => {
  StompSocket.opened = []
  StompSocket.refusing = false
  sessionStorage.clear()
  vi.stubGlobal('WebSocket', StompSocket)
  accept(someGrant('first'))
  await startRealtime()
  await vi.waitUntil(() => useRealtime.getState().connection === 'open')
})

afterEach(async () => {
  await stopRealtime()
  await end(false)
  vi.unstubAllGlobals()
})

async function reconnected(): Promise<StompSocket> {
  await expect.poll(() => StompSocket.opened.length, { timeout: 5_000 }).toBe(2)
  await expect.poll(() => useRealtime.getState().connection).toBe('open')
  return StompSocket.latest()
}

it('offers the STOMP version before the token, as the gateway wants it', () => {
  expect(StompSocket.latest().protocols).toEqual(['v12.stomp', 'bearer.first'])
})

it('hands every event on once', () => {
  const seen: unknown[] = []
  const stop = onEvent('integration.changed', (data) => seen.push(data))
  StompSocket.latest().tell(7, 'integration.changed', { status: 'CONNECTED' })
  StompSocket.latest().tell(7, 'integration.changed', { status: 'CONNECTED' })
  stop()
  expect(seen).toHaveLength(1)
})

it('asks for what it missed after the connection broke', async () => {
  StompSocket.latest().tell(7, 'notification', {})
  StompSocket.latest().close(1006)
  expect(publish('/app/messages', {})).toBe(false)
  const socket = await reconnected()
  expect(socket.sentTo('/app/resume')).toEqual([{ lastSeq: 7 }])
})

it('lets everything be read again when the service no longer has what was missed', () => {
  const { opened } = useRealtime.getState()
  StompSocket.latest().tell(90, 'resync', {})
  expect(useRealtime.getState().opened).toBe(opened + 1)
})

it('brings a renewed token to the open socket', () => {
  accept(someGrant('second'))
  expect(StompSocket.latest().sentTo('/app/token')).toEqual([{ token: 'second' }])
})

it('renews an expired token before it connects again', async () => {
  server.use(http.post(at('/api/v1/auth/refresh'), () => HttpResponse.json(someGrant('third'))))
  StompSocket.latest().close(4002)
  expect((await reconnected()).protocols).toEqual(['v12.stomp', 'bearer.third'])
})

it('leaves at once when the service closes the socket of an ended session', async () => {
  StompSocket.latest().close(4001)
  await expect.poll(() => useSession.getState().phase).toBe('signed-out')
  expect(useSession.getState().endedElsewhere).toBe(true)
})

it('finds out by the token that the session is over when no connection comes about', async () => {
  server.use(http.post(at('/api/v1/auth/refresh'), () => problem(401, 'invalid-refresh-token')))
  StompSocket.refusing = true
  StompSocket.latest().close(1006)
  await expect.poll(() => useSession.getState().phase, { timeout: 4_500 }).toBe('signed-out')
})
