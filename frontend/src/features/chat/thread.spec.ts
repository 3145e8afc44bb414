import { expect, it } from 'vitest'

import { someMessage } from '@/testing/fixtures'

import {
  isWriting,
  merged,
  replaced,
  shownText,
  withDelta,
  withMessage,
  withToolCall,
} from './thread'
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

const said = (id: string, parentId: string | null, siblingIds: string[] = [id]) =>
  someMessage({ id, parentId, siblingIds, role: id.startsWith('q') ? 'USER' : 'ASSISTANT' })

const branch = [said('q1', null), said('a1', 'q1'), said('q2', 'a1'), said('a2', 'q2')]

it('puts another version in the place of the first, without what followed that one', () => {
  const again = withMessage(branch, said('a1b', 'q1', ['a1', 'a1b']))
  expect(again.map((line) => line.id)).toEqual(['q1', 'a1b'])
  const edited = withMessage(branch, said('q2b', 'a1', ['q2', 'q2b']))
  expect(edited.map((line) => line.id)).toEqual(['q1', 'a1', 'q2b'])
})

it('keeps no line of another branch when the list comes, but what has not been sent', () => {
  const mine = { ...said('q3', null), delivery: 'sending' as const }
  const thread = merged([...branch, mine], [said('q1', null), said('a1b', 'q1', ['a1', 'a1b'])])
  expect(thread.map((line) => line.id)).toEqual(['q1', 'a1b', 'q3'])
})

it('shows the branch that was switched to', () => {
  const mine = { ...said('q3', null), delivery: 'failed' as const }
  const thread = replaced([...branch, mine], [said('q1b', null, ['q1', 'q1b'])])
  expect(thread.map((line) => line.id)).toEqual(['q1b', 'q3'])
})
