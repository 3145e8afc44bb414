import { expect, it } from 'vitest'

import type { Usage } from '@/shared/api/types'

import { dayOfUse, weekOfUse } from './usage'

const row = (start: string, meter: string, quantity: number, costMicros: number) => ({
  start,
  meter,
  quantity,
  costMicros,
  unit: 'token',
  currency: 'EUR',
})

const usage: Usage = {
  from: '2026-11-16T23:00:00Z',
  to: '2026-11-23T23:00:00Z',
  granularity: 'DAY',
  timeZone: 'Europe/Madrid',
  totals: [],
  items: [
    row('2026-11-22T23:00:00Z', 'ai.tokens.input', 400, 100),
    row('2026-11-22T23:00:00Z', 'ai.tokens.output', 40, 60),
    row('2026-11-20T23:00:00Z', 'ai.tokens.input', 7, 1),
  ],
  activity: [
    {
      start: '2026-11-22T23:00:00Z',
      type: 'app.tdah.communication.message-received.v1',
      count: 3,
    },
    { start: '2026-11-22T23:00:00Z', type: 'app.tdah.security.login-succeeded.v1', count: 1 },
  ],
}

it('adds up a day of the person, not of UTC', () => {
  expect(dayOfUse(usage, '2026-11-23')).toEqual({
    day: '2026-11-23',
    totals: [
      { meter: 'messages', quantity: 3 },
      { meter: 'ai.tokens.input', quantity: 400 },
      { meter: 'ai.tokens.output', quantity: 40 },
    ],
    tokens: 440,
    costMicros: 160,
    currency: 'EUR',
  })
})

it('shows seven days, also those without use', () => {
  const tokens = weekOfUse(usage, '2026-11-23').map((day) => day.tokens)
  expect(tokens).toEqual([0, 0, 0, 0, 7, 0, 440])
})
