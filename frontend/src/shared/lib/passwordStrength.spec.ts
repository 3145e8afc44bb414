import { expect, it } from 'vitest'

import { strengthOf } from './passwordStrength'

it('calls too short what the service refuses', () => {
  expect(strengthOf('aB3$xyzzyQ9')).toBe(0)
})

it('counts little what is repeated, in a row or worn', () => {
  expect(strengthOf('aaaaaaaaaaaaaaaa')).toBe(1)
  expect(strengthOf('abcdefghijklmnop')).toBe(1)
  expect(strengthOf('password12345678')).toBe(1)
})

it('counts little what is known about the person', () => {
  const about = ['Nora Vidal', 'nora@example.com']
  expect(strengthOf('noravidalexample', about)).toBe(1)
  expect(strengthOf('noravidalexample')).toBeGreaterThan(1)
})

it('likes a few words', () => {
  expect(strengthOf('four calm blue whales sing')).toBe(4)
})
