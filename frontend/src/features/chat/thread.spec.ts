import { expect, it } from 'vitest'

import { someMessage } from '@/testing/fixtures'

import { isWriting, merged, shownText, withDelta, withMessage, withToolCall } from './thread'
import type { Thread } from './thread'

const delta = (index: number, text: string) => ({
  messageId: 'a',
  conversationId: 'c1',
  index,
  text,
})

it('shows an answer piece by piece, whatever the order, each piece once', () => {
  let thread: Thread = []
  for (const piece of [
    delta(0, 'I will '),
    delta(2, 'you'),
    delta(1, 'remind '),
    delta(1, 'remind '),
  ]) {
    thread = withDelta(thread, piece)
  }
  expect(thread.map(shownText)).toEqual(['I will remind you'])
  expect(thread.every(isWriting)).toBe(true)
})

it('ends with what the service says, and late pieces change nothing', () => {
  const done = withMessage(
    withDelta([], delta(0, 'I wi')),
    someMessage({ id: 'a', content: 'I will.', status: 'COMPLETED' }),
  )
  const late = withDelta(
    withMessage(done, someMessage({ id: 'a', status: 'STREAMING' })),
    delta(1, 'x'),
  )
  expect(late.map(shownText)).toEqual(['I will.'])
})

it('replaces the message written here by the accepted one', () => {
  const mine = { ...someMessage({ id: 'm', role: 'USER' as const }), delivery: 'sending' as const }
  const accepted = withMessage([mine], someMessage({ id: 'm', role: 'USER', content: 'hi' }))
  expect(accepted).toHaveLength(1)
  expect(accepted[0]?.delivery).toBeUndefined()
})

const toolCall = (status: 'RUNNING' | 'COMPLETED') => ({
  messageId: 'a',
  conversationId: 'c1',
  toolCall: { id: 't', name: 'add_task', arguments: '{}', status },
})

it('shows a tool call once, in its latest state', () => {
  const thread = withToolCall(withToolCall([], toolCall('RUNNING')), toolCall('COMPLETED'))
  expect(thread[0]?.toolCalls.map((call) => call.status)).toEqual(['COMPLETED'])
})

it('keeps what is not sent yet when the list is read again', () => {
  const mine = { ...someMessage({ id: 'm', role: 'USER' as const }), delivery: 'failed' as const }
  const thread = merged([mine], [someMessage({ id: 'old' })])
  expect(thread.map((line) => line.id)).toEqual(['old', 'm'])
})
