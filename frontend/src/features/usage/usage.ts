import { call } from '@/shared/api/client'
import type { Usage } from '@/shared/api/types'
import { addDays, dayOf } from '@/shared/lib/time'

const DAYS = 7
const MESSAGE = 'app.tdah.communication.message-received.v1'

/** The usage of the week that ends today, by day in the person's zone. */
export function readWeek(): Promise<Usage> {
  const to = dayOf(new Date())
  const from = addDays(to, 1 - DAYS)
  return call('get', '/api/v1/analytics/usage', { query: { from, to, granularity: 'DAY' } })
}

/** What one day holds: how often each thing was used, and what all of it cost. */
export interface DayOfUse {
  day: string
  /** Quantities by meter; `messages` counts what the person wrote. */
  totals: { meter: string; quantity: number }[]
  tokens: number
  costMicros: number
  currency: string
}

export function dayOfUse({ items, activity }: Usage, day: string): DayOfUse {
  const sums = new Map<string, number>()
  const add = (meter: string, quantity: number): void => {
    sums.set(meter, (sums.get(meter) ?? 0) + quantity)
  }
  for (const { start, type, count } of activity) {
    if (type === MESSAGE && dayOf(start) === day) add('messages', count)
  }
  const rows = items.filter((row) => dayOf(row.start) === day)
  for (const { meter, quantity } of rows) add(meter, quantity)
  return {
    day,
    totals: [...sums].map(([meter, quantity]) => ({ meter, quantity })),
    tokens: (sums.get('ai.tokens.input') ?? 0) + (sums.get('ai.tokens.output') ?? 0),
    costMicros: rows.reduce((sum, row) => sum + row.costMicros, 0),
    currency: rows[0]?.currency ?? 'USD',
  }
}

/** Each day of the week that ends today, days without any use included. */
export function weekOfUse(usage: Usage, today: string): DayOfUse[] {
  return Array.from({ length: DAYS }, (_, at) => dayOfUse(usage, addDays(today, at + 1 - DAYS)))
}
