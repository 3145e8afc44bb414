import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, it } from 'vitest'

import type { NotificationSettings, Told } from '@/shared/api/types'
import { refreshUnread, useUnread } from '@/shared/notifications/unread'
import { dispatch } from '@/shared/realtime/events'
import { pageOf } from '@/testing/people'
import { at, problem, server } from '@/testing/server'

import { NotificationSettingsPage } from './NotificationSettingsPage'
import { NotificationsPage } from './NotificationsPage'

const told: Told = {
  id: 'n1',
  template: 'new-device',
  category: 'SECURITY',
  title: 'New device',
  body: 'Firefox on Linux',
  link: '/devices',
  createdAt: '2026-11-23T08:00:00Z',
  readAt: null,
}
const settings: NotificationSettings = {
  email: true,
  push: true,
  sms: false,
  inApp: true,
  digest: 'OFF',
  digestAt: '08:00',
  categories: {
    security: { email: true, push: true, sms: false },
    reminders: { email: false, push: true, sms: true },
    product: { email: true, push: false, sms: false },
  },
  version: 2,
}

let items: Told[]
let unread: number

beforeEach(() => {
  items = [told]
  unread = 1
  useUnread.setState({ unread: 0 })
  server.use(
    http.get(at('/api/v1/notifications'), ({ request }) =>
      new URL(request.url).searchParams.get('cursor') === 'older'
        ? HttpResponse.json(pageOf([{ ...told, id: 'n0', title: 'Older', readAt: told.createdAt }]))
        : HttpResponse.json({ ...pageOf(items, 'older'), unread }),
    ),
    http.get(at('/api/v1/notifications/unread-count'), () => HttpResponse.json({ unread })),
    http.get(at('/api/v1/users/me/notification-settings'), () => HttpResponse.json(settings)),
    http.get(at('/api/v1/users/me/push-subscriptions'), () => HttpResponse.json(pageOf([]))),
  )
})

function open(page: React.ReactNode): void {
  render(<MemoryRouter>{page}</MemoryRouter>)
}

it('shows what was told, older ones when asked, new ones as they come', async () => {
  open(<NotificationsPage />)
  expect(await screen.findByRole('heading', { name: 'New device' })).toBeVisible()
  expect(screen.getByRole('link', { name: 'Open “New device”' })).toHaveAttribute(
    'href',
    '/devices',
  )
  await userEvent.click(screen.getByRole('button', { name: 'Show older ones' }))
  expect(await screen.findByRole('heading', { name: 'Older' })).toBeVisible()
  items = [{ ...told, id: 'n2', title: 'Your copy is ready', link: 'https://elsewhere.example/' }]
  act(() => dispatch({ type: 'notification', data: {} }))
  expect(await screen.findByRole('heading', { name: 'Your copy is ready' })).toBeVisible()
  expect(screen.queryByRole('link', { name: /^Open/ })).toBeNull()
})

it('marks one, or all, as read', async () => {
  const read = (): Response => {
    items = [{ ...told, readAt: told.createdAt }]
    unread = 0
    return HttpResponse.json({ unread })
  }
  const readOne = (): Response => {
    read()
    return HttpResponse.json(items[0])
  }
  server.use(http.post(at('/api/v1/notifications/n1/read'), readOne))
  server.use(http.post(at('/api/v1/notifications/read-all'), read))
  await refreshUnread()
  open(<NotificationsPage />)
  await userEvent.click(await screen.findByRole('button', { name: 'Mark “New device” as read' }))
  await waitFor(() => expect(screen.queryByText('new')).toBeNull())
  expect(useUnread.getState().unread).toBe(0)
  items = [told]
  unread = 1
  await act(refreshUnread)
  await userEvent.click(screen.getByRole('button', { name: 'Mark all as read' }))
  await waitFor(() => expect(useUnread.getState().unread).toBe(0))
})

it('saves by which ways one is told; security always comes by e-mail', async () => {
  let sent: unknown = null
  server.use(
    http.put(at('/api/v1/users/me/notification-settings'), async ({ request }) => {
      expect(request.headers.get('If-Match')).toBe('"2"')
      sent = await request.json()
      return HttpResponse.json({ ...settings, ...(sent as object), version: 3 })
    }),
  )
  open(<NotificationSettingsPage />)
  const user = userEvent.setup()
  const security = await screen.findByRole('group', { name: 'Security' })
  const always = security.querySelectorAll('input')[0]
  expect(always).toBeChecked()
  expect(always).toBeDisabled()
  const reminders = screen.getByRole('group', { name: 'Reminders' })
  const [byMail, , byText] = reminders.querySelectorAll('input')
  expect(byText).toBeDisabled()
  if (byMail !== undefined) await user.click(byMail)
  await user.selectOptions(screen.getByLabelText('Summary'), 'DAILY')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Saved.')).toBeVisible()
  expect(sent).toMatchObject({
    digest: 'DAILY',
    digestAt: '08:00',
    categories: { reminders: { email: true, push: true, sms: true } },
  })
})

it('says what went wrong with the settings', async () => {
  server.use(
    http.put(at('/api/v1/users/me/notification-settings'), () =>
      problem(412, 'precondition-failed'),
    ),
  )
  open(<NotificationSettingsPage />)
  await userEvent.click(await screen.findByRole('button', { name: 'Save' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('changed somewhere else')
})
