import type { Message, ToolCall } from '@/shared/api/types'

/** A message as this page knows it. */
export interface Line extends Message {
  /** What became of a message written here; absent for what came from the service. */
  delivery?: 'sending' | 'failed'
  /** The pieces of an answer that is being written, by their index. */
  deltas?: Record<number, string>
}

export type Thread = readonly Line[]

const OVER = new Set(['COMPLETED', 'FAILED', 'STOPPED'])

export function isWriting(line: Line): boolean {
  return line.role === 'ASSISTANT' && !OVER.has(line.status)
}

/** The text to show: what has arrived of an unfinished answer, else the message's own. */
export function shownText(line: Line): string {
  const pieces = Object.entries(line.deltas ?? {})
  if (!isWriting(line) || pieces.length === 0) return line.content
  return pieces
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([, piece]) => piece)
    .join('')
}

/** The thread up to where another version of the message stands: that one and what followed it go. */
function beforeVersionsOf(thread: Thread, message: Message): Thread {
  const at = thread.findIndex((line) => message.siblingIds.includes(line.id))
  return at < 0 ? thread : thread.slice(0, at)
}

/** Puts the service's message in the place of what was known of it, or at the end. */
export function withMessage(thread: Thread, message: Message): Thread {
  const at = thread.findIndex((line) => line.id === message.id)
  if (at < 0) return [...beforeVersionsOf(thread, message), message]
  const known = thread[at]
  if (known !== undefined && OVER.has(known.status) && !OVER.has(message.status)) return thread
  const line: Line = { ...message, ...(known?.deltas && { deltas: known.deltas }) }
  return thread.with(at, line)
}

export function withDelta(
  thread: Thread,
  delta: { messageId: string; conversationId: string; index: number; text: string },
): Thread {
  return change(thread, delta.messageId, delta.conversationId, (line) => ({
    ...line,
    deltas: { ...line.deltas, [delta.index]: delta.text },
  }))
}

export function withToolCall(
  thread: Thread,
  event: { messageId: string; conversationId: string; toolCall: ToolCall },
): Thread {
  return change(thread, event.messageId, event.conversationId, (line) => {
    const at = line.toolCalls.findIndex((call) => call.id === event.toolCall.id)
    const toolCalls =
      at < 0 ? [...line.toolCalls, event.toolCall] : line.toolCalls.with(at, event.toolCall)
    return { ...line, toolCalls }
  })
}

export function withStatus(thread: Thread, id: string, status: Message['status']): Thread {
  return thread.map((line) => (line.id === id ? { ...line, status } : line))
}

export function withDelivery(thread: Thread, id: string, delivery: Line['delivery']): Thread {
  return thread.map((line) => {
    if (line.id !== id) return line
    const { delivery: _, ...rest } = line
    return delivery === undefined ? rest : { ...rest, delivery }
  })
}

/** The service's list, plus what was written here and is not in it yet. */
export function merged(thread: Thread, listed: Message[]): Thread {
  const fromService = listed.flatMap((message) => {
    const known = thread.find((line) => line.id === message.id)
    return withMessage(known === undefined ? [] : [known], message)
  })
  const before = linesBefore(thread, listed)
  const shown = new Set(before.map((line) => line.id))
  const rest = thread.filter((line) => !shown.has(line.id))
  return [...before, ...fromService, ...withoutOtherBranches(rest, listed)]
}

/** What was read of the time before the list, on its branch. */
function linesBefore(thread: Thread, listed: Message[]): Line[] {
  const byId = new Map(thread.map((line) => [line.id, line]))
  const before: Line[] = []
  let line = byId.get(listed[0]?.parentId ?? '')
  while (line !== undefined && before.length < thread.length) {
    before.unshift(line)
    line = byId.get(line.parentId ?? '')
  }
  return before
}

/** What is in no list yet, without what stands beside a listed message or behind such a one. */
function withoutOtherBranches(thread: Thread, listed: Message[]): Line[] {
  const ids = new Set(listed.map((message) => message.id))
  const beside = new Set(listed.flatMap((message) => message.siblingIds))
  return thread.filter((line) => {
    if (ids.has(line.id)) return false
    const behind = line.parentId != null && beside.has(line.parentId) && !ids.has(line.parentId)
    const other = behind || beside.has(line.id) || line.siblingIds.some((id) => ids.has(id))
    if (other) beside.add(line.id)
    return !other
  })
}

/** The branch that the service shows, plus what has not reached it. */
export function replaced(thread: Thread, listed: Message[]): Thread {
  const ids = new Set(listed.map((message) => message.id))
  return [...listed, ...thread.filter((line) => line.delivery !== undefined && !ids.has(line.id))]
}

/** An answer may be heard of first by its beginning: then it starts here. */
function change(
  thread: Thread,
  id: string,
  conversationId: string,
  work: (line: Line) => Line,
): Thread {
  const at = thread.findIndex((line) => line.id === id)
  const known = thread[at]
  if (known !== undefined) return OVER.has(known.status) ? thread : thread.with(at, work(known))
  const begun: Line = {
    id,
    conversationId,
    role: 'ASSISTANT',
    content: '',
    status: 'STREAMING',
    toolCalls: [],
    siblingIds: [id],
    createdAt: new Date().toISOString(),
  }
  return [...thread, work(begun)]
}
