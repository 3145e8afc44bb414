import { beforeEach, expect, it } from 'vitest'

import { applyAppearance, applyLooks, readAppearance, startLooks } from './looks'

const marks = (): object => Object.fromEntries(Object.entries(document.documentElement.dataset))

beforeEach(() => {
  localStorage.clear()
  startLooks()
})

it('is as usual until somebody wishes otherwise', () => {
  expect(marks()).toEqual({})
  expect(readAppearance()).toEqual({ contrast: 'SYSTEM', font: 'STANDARD', size: 'NORMAL' })
})

it('is the next time as it was wished, and beside the theme', () => {
  applyAppearance({ contrast: 'HIGH', font: 'READABLE', size: 'LARGER' })
  applyLooks({ theme: 'DARK', reducedMotion: true })
  for (const name of Object.keys(document.documentElement.dataset))
    delete document.documentElement.dataset[name]
  startLooks()
  expect(marks()).toEqual({
    contrast: 'high',
    font: 'readable',
    size: 'larger',
    theme: 'dark',
    motion: 'reduced',
  })
})

it('takes no nonsense from the storage', () => {
  localStorage.setItem('assistant.appearance', 'LOUD')
  expect(readAppearance().contrast).toBe('SYSTEM')
})
