import { expect, it } from 'vitest'

import { showTimesIn } from '@/shared/lib/time'
import { someTask } from '@/testing/fixtures'

import { bucketOf, firstStepOf, inOrder } from './order'

it('takes the day of a moment in the zone of the person', () => {
  const task = someTask({ dueAt: '2026-11-23T23:30:00Z' })
  expect(bucketOf(task, '2026-11-24')).toBe('today')
  showTimesIn('America/New_York')
  expect(bucketOf(task, '2026-11-24')).toBe('carried')
})

it('puts what has no day under whenever', () => {
  expect(bucketOf(someTask(), '2026-11-24')).toBe('someday')
})

it('sorts by day, then time, then importance', () => {
  const tasks = [
    someTask({ title: 'whenever' }),
    someTask({ title: 'important', dueDate: '2026-11-24', priority: 'HIGH' }),
    someTask({ title: 'normal', dueDate: '2026-11-24' }),
    someTask({ title: 'at nine', dueAt: '2026-11-24T08:00:00Z' }),
    someTask({ title: 'yesterday', dueDate: '2026-11-23' }),
  ]
  expect(inOrder(tasks).map((task) => task.title)).toEqual([
    'yesterday',
    'at nine',
    'important',
    'normal',
    'whenever',
  ])
})

it('finds the first step among the open parts of a task', () => {
  const parts = [
    someTask({ id: 'b', parentId: 'p', createdAt: '2026-11-23T08:02:00Z' }),
    someTask({ id: 'a', parentId: 'p', createdAt: '2026-11-23T08:01:00Z' }),
    someTask({ id: 'done', parentId: 'p', status: 'DONE' }),
    someTask({ id: 'other', parentId: 'q' }),
  ]
  expect(firstStepOf(someTask({ id: 'p' }), parts)?.id).toBe('a')
  expect(firstStepOf(someTask({ id: 'x' }), parts)).toBeUndefined()
})
