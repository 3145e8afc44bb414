import { expect, it } from 'vitest'

import type { RealtimeEnvelope } from './events'
import { StreamPosition } from './position'

function event(seq: number, type: string, data: unknown = {}): RealtimeEnvelope {
  return { seq, type, at: `2026-11-23T08:00:${String(seq).padStart(2, '0')}Z`, data }
}

function storage(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  }
}

it('takes every event once', () => {
  const position = new StreamPosition(storage(), 'k')
  expect(position.advance(event(4, 'task.changed'))).toBe(true)
  expect(position.advance(event(4, 'task.changed'))).toBe(false)
  expect(position.advance(event(3, 'task.changed'))).toBe(false)
  expect(position.resumeAfter).toBe(4)
})

it('takes what one socket is told beside the stream', () => {
  const position = new StreamPosition(storage(), 'k')
  position.advance(event(4, 'task.changed'))
  const told = { ...event(4, 'session.ended'), at: '2026-11-23T08:00:30Z' }
  expect(position.advance(told)).toBe(true)
})

it('resumes after a reload from before an answer that was not over', () => {
  const kept = storage()
  const before = new StreamPosition(kept, 'k')
  before.advance(event(1, 'message.accepted', { message: { id: 'mine' } }))
  before.advance(event(2, 'message.delta', { messageId: 'a', index: 0 }))
  before.advance(event(3, 'message.delta', { messageId: 'a', index: 1 }))
  expect(new StreamPosition(kept, 'k').resumeAfter).toBe(1)
  before.advance(event(4, 'message.completed', { message: { id: 'a' } }))
  expect(new StreamPosition(kept, 'k').resumeAfter).toBe(4)
})
