import type { Client, IMessage } from '@stomp/stompjs'
import { create } from 'zustand'

import { currentSessionId, currentToken, end, onNewToken, renew } from '@/shared/auth/session'

import { dispatch } from './events'
import type { RealtimeEnvelope } from './events'
import { StreamPosition } from './position'

export type Connection = 'connecting' | 'open' | 'down'

/** Whether live updates arrive; `opened` counts connections, so that stores can read what they missed. */
export const useRealtime = create<{ connection: Connection; opened: number }>(() => ({
  connection: 'connecting',
  opened: 0,
}))

const HEARTBEAT_MILLIS = 10_000
const FIRST_RECONNECT_MILLIS = 500
const LAST_RECONNECT_MILLIS = 15_000
/** Close codes of the service. */
const SESSION_ENDED = 4001
const TOKEN_EXPIRED = 4002
/** After so many refused handshakes the token itself is in doubt. */
const DOUBTFUL_FAILURES = 2

let client: Client | null = null
let starting: Promise<void> | null = null
let stopListening: (() => void) | null = null
let wanted = false

/** Opens the socket and keeps it open until {@link stopRealtime}. */
export function startRealtime(): Promise<void> {
  wanted = true
  starting ??= open().finally(() => {
    starting = null
  })
  return starting
}

export async function stopRealtime(): Promise<void> {
  wanted = false
  stopListening?.()
  const closing = client
  client = null
  useRealtime.setState({ connection: 'down' })
  await closing?.deactivate()
}

/** Sends to the server at once; false when there is no open socket. */
export function publish(destination: string, body: unknown): boolean {
  if (client?.connected !== true) return false
  client.publish({ destination, body: JSON.stringify(body) })
  return true
}

async function open(): Promise<void> {
  if (client !== null) return
  const { Client: StompClient, ReconnectionTimeMode } = await import('@stomp/stompjs')
  if (!wanted) return
  const position = new StreamPosition(sessionStorage, `assistant.seq.${currentSessionId()}`)
  let failures = 0
  let expired = false
  const opening = new StompClient({
    webSocketFactory: () =>
      new WebSocket(`${location.origin.replace(/^http/, 'ws')}/ws`, [
        'v12.stomp',
        `bearer.${currentToken()}`,
      ]),
    heartbeatIncoming: HEARTBEAT_MILLIS,
    heartbeatOutgoing: HEARTBEAT_MILLIS,
    reconnectDelay: FIRST_RECONNECT_MILLIS,
    maxReconnectDelay: LAST_RECONNECT_MILLIS,
    reconnectTimeMode: ReconnectionTimeMode.EXPONENTIAL,
    connectionTimeout: 10_000,
    beforeConnect: async () => {
      if (!expired && failures < DOUBTFUL_FAILURES) return
      failures = 0
      if (await renew()) expired = false
    },
    onConnect: () => {
      failures = 0
      opening.subscribe('/user/queue/events', (frame) => receive(frame, position))
      const lastSeq = position.resumeAfter
      if (lastSeq !== null) publish('/app/resume', { lastSeq })
      noteOpened()
    },
    onWebSocketClose: (event: CloseEvent) => {
      failures += 1
      expired = event.code === TOKEN_EXPIRED
      if (client === opening) useRealtime.setState({ connection: 'down' })
      if (event.code === SESSION_ENDED) void end(true)
    },
  })
  client = opening
  stopListening = onNewToken(() => {
    publish('/app/token', { token: currentToken() })
  })
  opening.activate()
}

function receive(frame: IMessage, position: StreamPosition): void {
  const event = JSON.parse(frame.body) as RealtimeEnvelope
  if (!position.advance(event)) return
  // The server no longer has all that was missed: whoever shows something reads it again.
  if (event.type === 'resync') noteOpened()
  else dispatch(event)
}

function noteOpened(): void {
  useRealtime.setState(({ opened }) => ({ connection: 'open', opened: opened + 1 }))
}
