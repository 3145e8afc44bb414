import { expect, it } from 'vitest'

import { changeLanguage, hasText, language, text } from './i18n'

it('puts values in place and counts as the language does', async () => {
  expect(text('today.greeting', { name: 'Nora {{x}} $&' })).toBe('Hello, Nora {{x}} $&')
  expect(text('task.minutes', { count: 1 })).toBe('1 minute')
  expect(text('task.minutes', { count: 25 })).toBe('25 minutes')
  await changeLanguage('es')
  expect(language()).toBe('es')
  expect(text('task.minutes', { count: 1 })).toBe('1 minuto')
  expect(text('task.minutes', { count: 1_000_000 })).toContain('1000000')
  await changeLanguage('en')
})

it('knows which texts there are', () => {
  expect(hasText('errors.offline')).toBe(true)
  expect(hasText('errors.nothing-like-it')).toBe(false)
})
