import { expect, it } from 'vitest'

import { pageToOpen, readPush } from './push'

const origin = 'https://assistant.example'

it('reads what is told, and leads to the inbox when it cannot', () => {
  const text = JSON.stringify({ id: 'n1', title: 'New device', body: 'Chrome', url: '/devices' })
  expect(readPush(text)).toEqual({ id: 'n1', title: 'New device', body: 'Chrome', url: '/devices' })
  expect(readPush('not json').title).toBe('Personal Assistant')
  expect(readPush(undefined).body).toBe('')
})

it('opens pages of the app only', () => {
  expect(pageToOpen('/devices', origin)).toBe(`${origin}/devices`)
  expect(pageToOpen(`${origin}/privacy`, origin)).toBe(`${origin}/privacy`)
  for (const other of ['https://evil.example/x', '//evil.example', 'javascript:alert(1)', '', 7]) {
    expect(pageToOpen(other, origin)).toBe(`${origin}/notifications`)
  }
})
