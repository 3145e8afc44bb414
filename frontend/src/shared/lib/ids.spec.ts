import { expect, it } from 'vitest'

import { newId } from './ids'

it('makes UUIDs of version 7', () => {
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

it('begins with the time, so that later ids sort later', () => {
  expect(newId(0x0190_0000_0001)).toMatch(/^01900000-0001-7/)
  expect(newId(1_700_000_000_000) < newId(1_800_000_000_000)).toBe(true)
})
