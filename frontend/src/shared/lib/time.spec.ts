import { expect, it } from 'vitest'

import { changeLanguage } from '@/shared/i18n/i18n'

import { ago, duration, momentOf, shortDay, showTimesIn, startOfDay, wallClock } from './time'

it.each([
  ['2026-03-29T12:00', '2026-03-29T10:00:00.000Z'],
  ['2026-10-25T12:00', '2026-10-25T11:00:00.000Z'],
  ['2026-11-23T00:15', '2026-11-22T23:15:00.000Z'],
])('knows the moment of %s in Madrid, and back', (wall, moment) => {
  expect(momentOf(wall)).toBe(moment)
  expect(wallClock(moment)).toBe(wall)
})

it('knows when a day begins', () => {
  showTimesIn('America/Sao_Paulo')
  expect(startOfDay('2026-11-23').toISOString()).toBe('2026-11-23T03:00:00.000Z')
})

it('names a day by its relation, its weekday or its date', async () => {
  expect(shortDay('2026-11-24', '2026-11-23')).toBe('tomorrow')
  expect(shortDay('2026-11-27', '2026-11-23')).toBe('Friday')
  expect(shortDay('2026-12-24', '2026-11-23')).toBe('Dec 24')
  await changeLanguage('pt')
  expect(shortDay('2026-11-24', '2026-11-23')).toBe('amanhã')
})

it('tells how long ago something was', () => {
  expect(ago('2026-11-23T08:00:00Z', new Date('2026-11-23T08:05:30Z'))).toBe('5 minutes ago')
})

it('says how long something takes', () => {
  expect([5, 60, 125].map(duration)).toEqual(['5 min', '1 hr', '2 hr 5 min'])
})
