import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { pageOf } from '@/testing/people'
import { at, problem, server } from '@/testing/server'

import { PushDevices } from './PushDevices'

/** A browser's push as tests play it. */
class Browser {
  permission: NotificationPermission = 'default'
  answer: NotificationPermission = 'granted'
  asked = 0
  key: Uint8Array | null = null
  subscribed = false

  install(): void {
    const subscription = {
      toJSON: () => ({ endpoint: 'https://push.example/1', keys: { p256dh: 'p', auth: 'a' } }),
      unsubscribe: () => {
        this.subscribed = false
        return Promise.resolve(true)
      },
    }
    const pushManager = {
      getSubscription: () => Promise.resolve(this.subscribed ? subscription : null),
      subscribe: ({ applicationServerKey }: { applicationServerKey: Uint8Array }) => {
        this.subscribed = true
        this.key = applicationServerKey
        return Promise.resolve(subscription)
      },
    }
    vi.stubGlobal('PushManager', () => undefined)
    vi.stubGlobal('Notification', {
      permission: this.permission,
      requestPermission: () => {
        this.asked += 1
        return Promise.resolve(this.answer)
      },
    })
    Object.defineProperty(navigator, 'serviceWorker', {
      configurable: true,
      value: { getRegistration: () => Promise.resolve({ pushManager }) },
    })
  }
}

const subscriptions = '/api/v1/users/me/push-subscriptions'
let browser: Browser
let devices: object[]
let posted: unknown

beforeEach(() => {
  browser = new Browser()
  devices = [{ id: 'd0', deviceName: 'Phone', createdAt: '2026-11-23T08:00:00Z' }]
  localStorage.removeItem('assistant.push')
  server.use(
    http.get(at('/api/v1/users/me/push-key'), () => HttpResponse.json({ publicKey: 'AQID-_8' })),
    http.get(at(subscriptions), () => HttpResponse.json(pageOf(devices))),
    http.post(at(subscriptions), async ({ request }) => {
      posted = await request.json()
      devices = [...devices, { id: 'd1', deviceName: 'Here', createdAt: '2026-11-23T08:00:00Z' }]
      return HttpResponse.json({ id: 'd1' }, { status: 201 })
    }),
    http.delete(at(`${subscriptions}/:id`), ({ params }) => {
      devices = devices.filter((device) => (device as { id: string }).id !== params['id'])
      return new HttpResponse(null, { status: 204 })
    }),
  )
})

afterEach(() => {
  vi.unstubAllGlobals()
  Reflect.deleteProperty(navigator, 'serviceWorker')
})

it('asks only after a click, subscribes with the key of the service, and takes it back', async () => {
  browser.install()
  render(<PushDevices />)
  const turnOn = await screen.findByRole('button', { name: 'Turn on push' })
  expect(browser.asked).toBe(0)
  await userEvent.click(turnOn)
  const turnOff = await screen.findByRole('button', { name: 'Turn off push' })
  expect([...(browser.key ?? [])]).toEqual([1, 2, 3, 251, 255])
  expect(posted).toMatchObject({
    endpoint: 'https://push.example/1',
    keys: { p256dh: 'p', auth: 'a' },
  })
  expect(screen.getByText('This device')).toBeVisible()
  await userEvent.click(turnOff)
  expect(await screen.findByRole('button', { name: 'Turn on push' })).toBeVisible()
  expect(browser.subscribed).toBe(false)
  expect(screen.queryByText('Here')).toBeNull()
})

it('keeps no subscription that the service does not know', async () => {
  browser.install()
  server.use(http.post(at(subscriptions), () => problem(409, 'conflict')))
  render(<PushDevices />)
  await userEvent.click(await screen.findByRole('button', { name: 'Turn on push' }))
  expect(await screen.findByRole('alert')).toBeVisible()
  expect(browser.subscribed).toBe(false)
})

it('notices that it was removed elsewhere', async () => {
  browser.subscribed = true
  localStorage.setItem('assistant.push', 'd7')
  browser.install()
  render(<PushDevices />)
  expect(await screen.findByRole('button', { name: 'Turn on push' })).toBeVisible()
  expect(browser.subscribed).toBe(false)
})

it('removes another device', async () => {
  browser.install()
  render(<PushDevices />)
  await userEvent.click(await screen.findByRole('button', { name: 'Stop push on Phone' }))
  await waitFor(() => expect(screen.queryByText('Phone')).toBeNull())
})

it('says why it cannot', async () => {
  const { unmount } = render(<PushDevices />)
  expect(await screen.findByText(/This browser cannot be told/)).toBeVisible()
  unmount()
  browser.permission = 'denied'
  browser.install()
  render(<PushDevices />)
  expect(await screen.findByText(/does not allow notifications/)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Turn on push' })).toBeNull()
})
