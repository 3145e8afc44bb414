import { call } from '@/shared/api/client'
import type { UsageRow } from '@/shared/api/types'
import { addDays, dayOf, startOfDay } from '@/shared/lib/time'

const DAYS = 7

/** The usage of the week that ends today, by day in the person's zone. */
export async function readWeek(): Promise<UsageRow[]> {
  const today = dayOf(new Date())
  const usage = await call('get', '/api/v1/analytics/usage', {
    query: {
      from: startOfDay(addDays(today, 1 - DAYS)).toISOString(),
      to: startOfDay(addDays(today, 1)).toISOString(),
      granularity: 'DAY',
    },
  })
  return usage.items
}

export interface Total {
  meter: string
  quantity: number
}

export interface DayOfUse {
  day: string
  tokens: number
}

/** Quantities of one day by meter, in a fixed order. */
export function totalsOf(rows: UsageRow[], day: string): Total[] {
  const sums = new Map<string, number>()
  for (const row of rows) {
    if (dayOf(row.period) === day) sums.set(row.meter, (sums.get(row.meter) ?? 0) + row.quantity)
  }
  return [...sums].map(([meter, quantity]) => ({ meter, quantity }))
}

export function costOf(rows: UsageRow[], day: string): { micros: number; currency: string } {
  const todays = rows.filter((row) => dayOf(row.period) === day)
  return {
    micros: todays.reduce((sum, row) => sum + row.costMicros, 0),
    currency: todays[0]?.currency ?? 'USD',
  }
}

/** Tokens of each day of the week that ends today, days without any included. */
export function weekOf(rows: UsageRow[], today: string): DayOfUse[] {
  return Array.from({ length: DAYS }, (_, at) => {
    const day = addDays(today, at + 1 - DAYS)
    const tokens = rows
      .filter((row) => row.meter.startsWith('ai.tokens') && dayOf(row.period) === day)
      .reduce((sum, row) => sum + row.quantity, 0)
    return { day, tokens }
  })
}
