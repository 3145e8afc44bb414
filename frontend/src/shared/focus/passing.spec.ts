import { expect, it } from 'vitest'

import { someFocus } from '@/testing/fixtures'

import { clockFigure, passing } from './passing'

const at = (time: string): number => Date.parse(`2026-11-23T${time}Z`)

it('counts down to the end that the service names', () => {
  const early = passing(someFocus(), at('09:05:00'))
  expect(early).toMatchObject({ seconds: 1200, down: true })
  expect(early.share).toBeCloseTo(0.2)
  expect(passing(someFocus(), at('09:30:00'))).toEqual({ seconds: 0, share: 1, down: true })
})

it('stands still while it pauses', () => {
  const paused = someFocus({ status: 'PAUSED', pausedAt: '2026-11-23T09:10:00Z' })
  expect(passing(paused, at('09:40:00')).seconds).toBe(900)
})

it('counts what went by where nothing ends by itself', () => {
  const flow = someFocus({ mode: 'FLOW', plannedMinutes: 90, endsAt: null })
  expect(passing(flow, at('09:45:30'))).toMatchObject({ seconds: 2730, down: false })
  expect(passing(flow, at('12:00:00')).share).toBe(1)
})

it('writes the time as a clock does', () => {
  expect([0, 65, 600, 3729].map(clockFigure)).toEqual(['0:00', '1:05', '10:00', '1:02:09'])
})
