import { create } from 'zustand'

import { toProblem } from '@/shared/api/errors'
import type { Problem } from '@/shared/api/errors'
import type { Conversation, Exchange, Message } from '@/shared/api/types'
import { useSession } from '@/shared/auth/session'
import { newId } from '@/shared/lib/ids'
import { onEvent } from '@/shared/realtime/events'
import { publish, useRealtime } from '@/shared/realtime/realtime'
import { refreshTasks } from '@/shared/tasks/taskStore'

import { listConversations, listMessages, postMessage, stopMessage } from './chatApi'
import type { NewMessage } from './chatApi'
import { merged, withDelivery, withDelta, withMessage, withStatus, withToolCall } from './thread'
import type { Line, Thread } from './thread'

/** Where messages stand that opened a conversation which has no id yet. */
export const NEW = 'new'

interface ChatState {
  conversations: Conversation[] | null
  /** Those that were put away, read when somebody asks for them. */
  archived: Conversation[] | null
  threads: Record<string, Thread>
  /** Where the messages before the shown ones are; null when there are none. */
  earlier: Record<string, string | null>
  /** The conversation that the last message of the new thread was accepted in. */
  opened: string | null
  problem: Problem | null
}

const nothing: ChatState = {
  conversations: null,
  archived: null,
  threads: {},
  earlier: {},
  opened: null,
  problem: null,
}

/** How long the socket may take to say that it has a message, before it goes by request. */
const ACCEPT_MILLIS = 5_000

export const useChat = create<ChatState>(() => nothing)

export function startNew(): void {
  useChat.setState(({ threads }) => ({ opened: null, threads: { ...threads, [NEW]: [] } }))
}

export async function loadConversations(): Promise<void> {
  try {
    const { archived } = useChat.getState()
    useChat.setState({ conversations: await listConversations() })
    if (archived !== null) useChat.setState({ archived: await listConversations(true) })
  } catch (error) {
    useChat.setState({ problem: toProblem(error) })
  }
}

/** Reads those that were put away, from now on with the others. */
export async function loadArchived(): Promise<void> {
  useChat.setState(({ archived }) => ({ archived: archived ?? [] }))
  await loadConversations()
}

export async function loadThread(id: string): Promise<void> {
  try {
    const { items, nextCursor } = await listMessages(id)
    edit(id, (thread) => merged(thread, items))
    const reached = useChat.getState().threads[id]?.[0]?.id !== items[0]?.id
    useChat.setState(({ earlier }) => ({
      problem: null,
      earlier: reached ? earlier : { ...earlier, [id]: nextCursor ?? null },
    }))
  } catch (error) {
    useChat.setState({ problem: toProblem(error) })
  }
}

/** Puts what was said before in front of what is shown. */
export async function loadEarlier(id: string, cursor: string): Promise<void> {
  try {
    const { items, nextCursor } = await listMessages(id, cursor)
    edit(id, (thread) => {
      const known = new Set(thread.map((line) => line.id))
      return [...items.filter((message) => !known.has(message.id)), ...thread]
    })
    useChat.setState(({ earlier }) => ({ earlier: { ...earlier, [id]: nextCursor ?? null } }))
  } catch (error) {
    useChat.setState({ problem: toProblem(error) })
  }
}

/** Shows the message at once and sends it: by the socket, or by request when that is down. */
export function sendMessage(conversationId: string | null, content: string): void {
  const message: NewMessage = { id: newId(), content, ...(conversationId && { conversationId }) }
  const line: Line = {
    id: message.id,
    conversationId: conversationId ?? NEW,
    role: 'USER',
    content,
    status: 'COMPLETED',
    toolCalls: [],
    siblingIds: [message.id],
    createdAt: new Date().toISOString(),
    delivery: 'sending',
  }
  edit(line.conversationId, (thread) => [...thread, line])
  transmit(message)
}

/** Sends a message again that did not get through; its id stays, so it counts once. */
export function retry(line: Line): void {
  edit(line.conversationId, (thread) => withDelivery(thread, line.id, 'sending'))
  const known = line.conversationId === NEW ? {} : { conversationId: line.conversationId }
  void post({ id: line.id, content: line.content, ...known })
}

export function stop(line: Line): void {
  if (!publish('/app/stop', { messageId: line.id }))
    void stopMessage(line.id).catch(() => undefined)
}

function transmit(message: NewMessage): void {
  if (!publish('/app/messages', message)) {
    void post(message)
    return
  }
  setTimeout(() => {
    if (findLine(message.id)?.delivery === 'sending') void post(message)
  }, ACCEPT_MILLIS)
}

async function post(message: NewMessage): Promise<void> {
  try {
    take(await postMessage(message))
  } catch (error) {
    const line = findLine(message.id)
    if (line?.delivery !== 'sending') return
    edit(line.conversationId, (thread) => withDelivery(thread, line.id, 'failed'))
    useChat.setState({ problem: toProblem(error) })
  }
}

export function take({ userMessage, assistantMessage }: Exchange): void {
  put(userMessage)
  put(assistantMessage)
  // With a socket, `task.changed` says so.
  const silent = useRealtime.getState().connection !== 'open'
  if (silent && assistantMessage.toolCalls.length > 0) void refreshTasks()
}

function put(message: Message): void {
  moveFromNew(message)
  edit(message.conversationId, (thread) => withMessage(thread, message))
}

/** The first message of a conversation brings the new thread's lines to where they belong. */
function moveFromNew(message: Message): void {
  const { threads, conversations } = useChat.getState()
  const fresh = threads[NEW] ?? []
  if (!fresh.some((line) => line.id === message.id)) return
  const { conversationId } = message
  const moved = fresh.map((line) => ({ ...line, conversationId }))
  const known = threads[conversationId] ?? []
  useChat.setState({
    threads: { ...threads, [NEW]: [], [conversationId]: [...moved, ...known] },
    opened: conversationId,
  })
  if (conversations !== null) void loadConversations()
}

export function edit(conversationId: string, work: (thread: Thread) => Thread): void {
  useChat.setState(({ threads }) => ({
    threads: { ...threads, [conversationId]: work(threads[conversationId] ?? []) },
  }))
}

function findLine(id: string): Line | undefined {
  return Object.values(useChat.getState().threads)
    .flat()
    .find((line) => line.id === id)
}

function conversationOf(event: { messageId: string; conversationId?: string }): string | null {
  return event.conversationId ?? findLine(event.messageId)?.conversationId ?? null
}

onEvent('message.accepted', ({ message }) => put(message))
onEvent('message.completed', ({ message }) => {
  put(message)
  void loadConversations()
})
onEvent('message.delta', (delta) => edit(delta.conversationId, (it) => withDelta(it, delta)))
for (const type of ['tool.started', 'tool.finished'] as const) {
  onEvent(type, (event) => {
    const conversationId = conversationOf(event)
    if (conversationId === null) return
    edit(conversationId, (thread) => withToolCall(thread, { ...event, conversationId }))
  })
}
onEvent('message.failed', (event) => {
  const conversationId = conversationOf(event)
  if (conversationId === null) return
  const mine = findLine(event.messageId)?.role === 'USER'
  edit(conversationId, (thread) =>
    mine
      ? withDelivery(thread, event.messageId, 'failed')
      : withStatus(thread, event.messageId, 'FAILED'),
  )
})

useSession.subscribe(({ phase }) => {
  if (phase === 'signed-out') useChat.setState(nothing)
})
