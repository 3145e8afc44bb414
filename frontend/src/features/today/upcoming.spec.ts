import { expect, it } from 'vitest'

import type { CalendarItem } from '@/shared/api/types'
import { someTask } from '@/testing/fixtures'

import { entriesOf } from './upcoming'

const now = new Date('2026-11-23T09:00:00Z')
const today = '2026-11-23'

function event(title: string, data: Partial<CalendarItem['data']>): CalendarItem {
  const common = { id: title, itemId: title, kind: 'CALENDAR_EVENT', syncedAt: today }
  return { ...common, data: { title, status: 'confirmed', ...data } }
}

it('mixes tasks and events of the day by time, without what is over or shown above', () => {
  const entries = entriesOf(
    [
      someTask({ id: '1', title: 'shown above', dueDate: today }),
      someTask({ id: '2', title: 'some time', dueDate: today }),
      someTask({ id: '3', title: 'at noon', dueAt: '2026-11-23T11:00:00Z' }),
      someTask({ id: '4', title: 'tomorrow', dueDate: '2026-11-24' }),
    ],
    [
      event('over', { startAt: '2026-11-23T07:00:00Z', endAt: '2026-11-23T08:00:00Z' }),
      event('stand-up', { startAt: '2026-11-23T10:00:00Z', endAt: '2026-11-23T10:15:00Z' }),
      event('holiday', { startDate: '2026-11-22', endDate: '2026-11-24' }),
      event('next week', { startDate: '2026-11-30', endDate: '2026-12-01' }),
    ],
    today,
    now,
    '1',
  )
  expect(entries.map((entry) => entry.title)).toEqual([
    'stand-up',
    'at noon',
    'some time',
    'holiday',
  ])
})
