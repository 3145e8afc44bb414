import { addDays, momentOf } from '@/shared/lib/time'

import type { Entry } from './upcoming'

/** Time that nothing has taken. */
export interface Gap {
  id: string
  kind: 'gap'
  from: number
  until: number
}

export interface Timed extends Entry {
  at: string
}

const MINUTE = 60_000
/** Less is no gap that one could use. */
const SHORTEST = 15 * MINUTE
/** What a day is to most people; what lies outside widens it. */
const MORNING = '07:00'
const EVENING = '22:00'

export function isTimed(entry: Entry): entry is Timed {
  return entry.at !== null
}

/** When it ends; what has no length ends as it begins. */
export function endOf(entry: Timed): number {
  return Math.max(Date.parse(entry.at), Date.parse(entry.until ?? entry.at))
}

/** The waking hours, wide enough for everything that the day holds and for this moment. */
export function hoursOf(day: string, entries: Timed[]): { from: number; until: number } {
  const midnight = Date.parse(momentOf(`${addDays(day, 1)}T00:00`))
  const starts = entries.map((entry) => Date.parse(entry.at))
  return {
    from: Math.min(Date.parse(momentOf(`${day}T${MORNING}`)), ...starts),
    until: Math.min(
      midnight,
      Math.max(Date.parse(momentOf(`${day}T${EVENING}`)), ...entries.map(endOf)),
    ),
  }
}

/** What is still to come, with the free time between. */
export function rowsOf(entries: Timed[], now: Date, until: number): (Timed | Gap)[] {
  const rows: (Timed | Gap)[] = []
  let free = now.getTime()
  const leaveOpen = (to: number): void => {
    if (to - free >= SHORTEST) rows.push({ id: `gap-${free}`, kind: 'gap', from: free, until: to })
  }
  for (const entry of entries) {
    leaveOpen(Math.min(Date.parse(entry.at), until))
    rows.push(entry)
    free = Math.max(free, endOf(entry))
  }
  leaveOpen(until)
  return rows
}

/** How many minutes of what is left of the day are taken; what overlaps counts once. */
export function takenMinutes(entries: Timed[], from: number, until: number): number {
  let taken = 0
  let counted = from
  for (const entry of entries.toSorted((a, b) => a.at.localeCompare(b.at))) {
    const begin = Math.max(counted, Date.parse(entry.at))
    const end = Math.min(until, endOf(entry))
    if (end > begin) taken += end - begin
    counted = Math.max(counted, end)
  }
  return Math.round(taken / MINUTE)
}
