import { call, download } from '@/shared/api/client'
import type {
  Conversation,
  ConversationPatch,
  Exchange,
  FoundMessage,
  Message,
  Page,
} from '@/shared/api/types'

export interface NewMessage {
  id: string
  conversationId?: string
  content: string
}

export interface Replacement {
  id: string
  content: string
}

/** An answer may take as long as the model does. */
const ANSWER_TIMEOUT = 120_000
const CONVERSATIONS = 50
const MESSAGES = 200

export function postMessage(message: NewMessage): Promise<Exchange> {
  return call('post', '/api/v1/chat/messages', { body: message, timeoutMillis: ANSWER_TIMEOUT })
}

export async function stopMessage(id: string): Promise<void> {
  await call('post', '/api/v1/chat/messages/{id}/stop', { path: { id } })
}

/** Says it differently, on a branch of its own; the new message's id makes it safe to repeat. */
export function editMessage(id: string, replacement: Replacement): Promise<Exchange> {
  const path = { id }
  const timeoutMillis = ANSWER_TIMEOUT
  return call('patch', '/api/v1/chat/messages/{id}', { path, body: replacement, timeoutMillis })
}

/** Has it answered once more, under the given id. */
export function regenerateMessage(id: string, answerId: string): Promise<Exchange> {
  return call('post', '/api/v1/chat/messages/{id}/regenerate', {
    path: { id },
    body: { id: answerId },
    timeoutMillis: ANSWER_TIMEOUT,
  })
}

export function changeConversation(id: string, patch: ConversationPatch): Promise<Conversation> {
  return call('patch', '/api/v1/chat/conversations/{id}', { path: { id }, body: patch })
}

export async function listConversations(archived = false): Promise<Conversation[]> {
  const query = { limit: CONVERSATIONS, archived }
  return (await call('get', '/api/v1/chat/conversations', { query })).items
}

/** The newest messages of the branch that is shown, or those before a cursor, oldest first. */
export async function listMessages(id: string, cursor = ''): Promise<Page<Message>> {
  const { items, nextCursor } = await call('get', '/api/v1/chat/conversations/{id}/messages', {
    path: { id },
    query: { limit: MESSAGES, cursor },
  })
  return { items: items.toReversed(), nextCursor: nextCursor ?? null }
}

export async function deleteConversation(id: string): Promise<void> {
  await call('delete', '/api/v1/chat/conversations/{id}', { path: { id } })
}

/** Messages with all of the words, newest first. */
export async function searchMessages(q: string): Promise<FoundMessage[]> {
  return (await call('get', '/api/v1/chat/search', { query: { q, limit: 30 } })).items
}

/** The conversation as a Markdown file. */
export function exportConversation(id: string): Promise<Blob> {
  return download('/api/v1/chat/conversations/{id}/export', { path: { id } })
}
