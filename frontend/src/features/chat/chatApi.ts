import { call } from '@/shared/api/client'
import type { Conversation, Exchange, Message } from '@/shared/api/types'

export interface NewMessage {
  id: string
  conversationId?: string
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

export async function listConversations(): Promise<Conversation[]> {
  const query = { limit: CONVERSATIONS }
  return (await call('get', '/api/v1/chat/conversations', { query })).items
}

/** The newest messages, oldest first. */
export async function listMessages(id: string): Promise<Message[]> {
  const page = await call('get', '/api/v1/chat/conversations/{id}/messages', {
    path: { id },
    query: { limit: MESSAGES },
  })
  return page.items.toReversed()
}

export async function deleteConversation(id: string): Promise<void> {
  await call('delete', '/api/v1/chat/conversations/{id}', { path: { id } })
}
