import type { FocusSession, Message, Reminder, Task, ToolCall } from '@/shared/api/types'

/** When somebody beside the person would say a word. */
export type FocusMoment = 'START' | 'MIDDLE' | 'END'

/** What the server tells while it happens, by type. */
export interface RealtimeEvents {
  'message.accepted': { message: Message }
  'message.delta': { messageId: string; conversationId: string; index: number; text: string }
  'tool.started': { messageId: string; conversationId?: string; toolCall: ToolCall }
  'tool.finished': { messageId: string; conversationId?: string; toolCall: ToolCall }
  'message.completed': { message: Message }
  'message.failed': { messageId: string; conversationId?: string; code: string; detail: string }
  'task.changed': { task: Task } | { id: string; removed: true }
  'reminder.due': { reminder: Reminder; moment: string; late: boolean; rung: number }
  'reminder.changed': { reminder: Reminder }
  'focus.changed': { session: FocusSession }
  'focus.check-in': { session: FocusSession; moment: FocusMoment }
  'integration.changed': { integrationId: string; provider: string; status: string }
  'session.ended': { sessionId: string }
  notification: Record<string, unknown>
}

export type RealtimeType = keyof RealtimeEvents

export interface RealtimeEnvelope {
  seq: number
  type: string
  at: string
  data: unknown
}

type Handler = (data: never) => void

const handlers = new Map<string, Set<Handler>>()

/** Calls the handler for every event of the type until the returned function is called. */
export function onEvent<T extends RealtimeType>(
  type: T,
  handler: (data: RealtimeEvents[T]) => void,
): () => void {
  const known = handlers.get(type) ?? new Set<Handler>()
  handlers.set(type, known.add(handler))
  return () => known.delete(handler)
}

/** Hands an event to whoever listens; types that nobody knows are ignored. */
export function dispatch(event: Pick<RealtimeEnvelope, 'type' | 'data'>): void {
  for (const handler of handlers.get(event.type) ?? []) handler(event.data as never)
}
