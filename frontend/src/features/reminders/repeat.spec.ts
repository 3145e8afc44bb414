import { expect, it } from 'vitest'

import { repeatOf, ruleOf } from './repeat'

it('knows the rules that have names, in whatever order their parts stand', () => {
  expect(repeatOf(null)).toBe('none')
  expect(repeatOf('FREQ=DAILY;INTERVAL=1')).toBe('daily')
  expect(repeatOf('BYDAY=FR,MO,TU,WE,TH;FREQ=WEEKLY')).toBe('weekdays')
  expect(repeatOf('FREQ=WEEKLY;BYDAY=FR')).toBe('other')
})

it('keeps a rule that has no name', () => {
  expect(ruleOf('other', 'FREQ=YEARLY')).toBe('FREQ=YEARLY')
  expect(ruleOf('none', 'FREQ=YEARLY')).toBeNull()
  expect(ruleOf('monthly')).toBe('FREQ=MONTHLY')
})
