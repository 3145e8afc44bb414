import { http, HttpResponse } from 'msw'
import { beforeEach, expect, it } from 'vitest'

import type { Message } from '@/shared/api/types'
import { dispatch } from '@/shared/realtime/events'
import { someMessage } from '@/testing/fixtures'
import { at, server } from '@/testing/server'

import { NEW, retry, sendMessage, startNew, useChat } from './chatStore'
import { shownText } from './thread'
import type { Thread } from './thread'

const MESSAGES = at('/api/v1/chat/messages')

const thread = (id: string): Thread => useChat.getState().threads[id] ?? []

function answering(conversationId: string): string[] {
  const ids: string[] = []
  server.use(
    http.post(MESSAGES, async ({ request }) => {
      const { id, content } = (await request.json()) as { id: string; content: string }
      ids.push(id)
      return HttpResponse.json({
        conversationId,
        userMessage: someMessage({ id, conversationId, role: 'USER', content }),
        assistantMessage: someMessage({ id: `a-${ids.length}`, conversationId, content: 'Done.' }),
      })
    }),
  )
  return ids
}

beforeEach(() => {
  useChat.setState({
    conversations: null,
    archived: null,
    threads: {},
    earlier: {},
    opened: null,
    problem: null,
  })
  server.use(http.get(at('/api/v1/chat/conversations'), () => HttpResponse.json({ items: [] })))
})

it('sends by request while the socket is down, and follows the new conversation', async () => {
  answering('c9')
  startNew()
  sendMessage(null, 'hello')
  expect(thread(NEW)).toMatchObject([{ content: 'hello', delivery: 'sending' }])
  await expect.poll(() => useChat.getState().opened).toBe('c9')
  expect(thread('c9').map((line) => line.content)).toEqual(['hello', 'Done.'])
  expect(thread('c9')[0]?.delivery).toBeUndefined()
  expect(thread(NEW)).toEqual([])
})

it('keeps what did not get through and sends it again under the same id', async () => {
  server.use(http.post(MESSAGES, () => HttpResponse.error()))
  sendMessage('c9', 'hello')
  await expect.poll(() => thread('c9')[0]?.delivery).toBe('failed')
  const [line] = thread('c9')
  if (line === undefined) throw new Error('no line')
  const ids = answering('c9')
  retry(line)
  await expect.poll(() => thread('c9')).toHaveLength(2)
  expect(ids).toEqual([line.id])
})

it('shows a streamed answer that another tab asked for', () => {
  const accepted = someMessage({ id: 'u', role: 'USER', content: 'hi' }) satisfies Message
  dispatch({ type: 'message.accepted', data: { message: accepted } })
  for (const [index, text] of ['Hello', ' you'].entries()) {
    const data = { messageId: 'a', conversationId: 'c1', index, text }
    dispatch({ type: 'message.delta', data })
  }
  expect(thread('c1').map(shownText)).toEqual(['hi', 'Hello you'])
  const done = someMessage({ id: 'a', content: 'Hello you.' })
  dispatch({ type: 'message.completed', data: { message: done } })
  expect(thread('c1').map(shownText)).toEqual(['hi', 'Hello you.'])
})

it('tells when the service refuses a message', () => {
  server.use(http.post(MESSAGES, () => new Promise<never>(() => undefined)))
  sendMessage('c1', 'x')
  const [line] = thread('c1')
  const data = { messageId: line?.id, code: 'validation-failed', detail: 'Too long.' }
  dispatch({ type: 'message.failed', data })
  expect(thread('c1')[0]?.delivery).toBe('failed')
})
