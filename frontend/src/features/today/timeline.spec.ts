import { expect, it } from 'vitest'

import { hoursOf, rowsOf, takenMinutes } from './timeline'
import type { Timed } from './timeline'

const day = '2026-11-23'
const moment = (time: string): string => `${day}T${time}:00Z`

function timed(title: string, at: string, until: string | null = null): Timed {
  const common = { id: title, kind: 'event' as const, title, when: at }
  return { ...common, at: moment(at), until: until === null ? null : moment(until) }
}

const standUp = timed('stand-up', '10:00', '10:15')
const lunch = timed('lunch', '12:00', '13:00')

it('puts the free time between what is to come', () => {
  const rows = rowsOf([standUp, lunch], new Date(moment('09:30')), Date.parse(moment('14:00')))
  const shown = rows.map((row) =>
    row.kind === 'gap' ? (row.until - row.from) / 60_000 : row.title,
  )
  expect(shown).toEqual([30, 'stand-up', 105, 'lunch', 60])
})

it('leaves no gap where things overlap or little is left', () => {
  const long = timed('workshop', '09:00', '13:30')
  const rows = rowsOf([long, lunch], new Date(moment('10:00')), Date.parse(moment('13:40')))
  expect(rows.map((row) => row.id)).toEqual(['workshop', 'lunch'])
})

it('widens the waking hours for what lies outside of them', () => {
  const usual = hoursOf(day, [lunch])
  expect(new Date(usual.from).toISOString()).toBe('2026-11-23T06:00:00.000Z')
  expect(new Date(usual.until).toISOString()).toBe('2026-11-23T21:00:00.000Z')
  const wide = hoursOf(day, [timed('flight', '04:00', '05:00'), timed('party', '20:00', '23:30')])
  expect(new Date(wide.from).toISOString()).toBe('2026-11-23T04:00:00.000Z')
  expect(new Date(wide.until).toISOString()).toBe('2026-11-23T23:00:00.000Z')
})

it('counts what is taken once', () => {
  const entries = [timed('workshop', '09:00', '12:30'), lunch, timed('point', '15:00')]
  const from = Date.parse(moment('12:00'))
  expect(takenMinutes(entries, from, Date.parse(moment('21:00')))).toBe(60)
})
