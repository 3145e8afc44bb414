import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, it } from 'vitest'

import type { PhoneNumber, Preferences } from '@/shared/api/types'
import { changeLanguage } from '@/shared/i18n/i18n'
import { pageOf, signInWith } from '@/testing/people'
import { at, problem, server } from '@/testing/server'

import { SettingsPage } from './SettingsPage'

const address = '/api/v1/users/me/preferences'
const preferences: Preferences = {
  locale: 'en',
  timeZone: 'Europe/Madrid',
  quietHours: { start: '22:00', end: '07:00' },
  theme: 'SYSTEM',
  reducedMotion: false,
  version: 4,
}
const phone: PhoneNumber = { id: 'p1', number: '+34600000001', verified: true, primary: true }

let phones: PhoneNumber[]

function open(): void {
  render(
    <MemoryRouter>
      <SettingsPage />
    </MemoryRouter>,
  )
}

beforeEach(() => {
  phones = [phone]
  server.use(
    http.get(at(address), () => HttpResponse.json(preferences)),
    http.get(at('/api/v1/users/me/phone-numbers'), () => HttpResponse.json(pageOf(phones))),
  )
})

it('saves how the assistant may be, based on what it showed, and looks like it', async () => {
  let sent: unknown = null
  let version: string | null = null
  server.use(
    http.put(at(address), async ({ request }) => {
      sent = await request.json()
      version = request.headers.get('If-Match')
      return HttpResponse.json({ ...preferences, ...(sent as object), version: 5 })
    }),
  )
  open()
  const user = userEvent.setup()
  await user.click(await screen.findByLabelText('Working hours'))
  await user.click(screen.getByLabelText('Quiet hours'))
  await user.selectOptions(screen.getByLabelText('When you have most energy'), 'MORNING')
  await user.selectOptions(screen.getByLabelText('How your assistant speaks'), 'DIRECT')
  await user.selectOptions(screen.getByLabelText('Colours'), 'DARK')
  await user.click(screen.getByLabelText('Less motion'))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Saved.')).toBeVisible()
  expect(version).toBe('"4"')
  expect(sent).toEqual({
    locale: 'en',
    timeZone: 'Europe/Madrid',
    workingHours: { start: '09:00', end: '17:30' },
    quietHours: null,
    energyPattern: 'MORNING',
    theme: 'DARK',
    reducedMotion: true,
    tone: 'DIRECT',
  })
  expect(document.documentElement.dataset).toMatchObject({ theme: 'dark', motion: 'reduced' })
})

it('speaks the language that was chosen', async () => {
  server.use(
    http.put(at(address), () => HttpResponse.json({ ...preferences, locale: 'pt', version: 5 })),
  )
  open()
  await userEvent.selectOptions(await screen.findByLabelText('Language'), 'pt')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByRole('heading', { name: 'Preferências' })).toBeVisible()
  await changeLanguage('en')
})

it('adds and verifies a number', async () => {
  phones = []
  const fresh = { id: 'p2', number: '+34600000002', verified: false, primary: false }
  server.use(
    http.post(at('/api/v1/users/me/phone-numbers'), async ({ request }) => {
      expect(await request.json()).toEqual({ number: '+34600000002' })
      phones = [fresh]
      return HttpResponse.json(fresh, { status: 201 })
    }),
    http.post(at('/api/v1/users/me/phone-numbers/p2/verify'), async ({ request }) => {
      expect(await request.json()).toEqual({ code: '123456' })
      phones = [{ ...fresh, verified: true, primary: true }]
      return HttpResponse.json(phones[0])
    }),
  )
  open()
  const user = userEvent.setup()
  await user.type(await screen.findByLabelText('Mobile number'), '+34 600 000 002')
  await user.click(screen.getByRole('button', { name: 'Send me a code' }))
  await user.type(await screen.findByLabelText('Code'), '123456')
  await user.click(screen.getByRole('button', { name: 'Verify' }))
  expect(await screen.findByText('verified')).toBeVisible()
  expect(screen.getByText('first choice')).toBeVisible()
})

it('changes which number comes first, and removes one; a refusal is told', async () => {
  phones = [phone, { id: 'p2', number: '+34600000002', verified: true, primary: false }]
  server.use(
    http.post(at('/api/v1/users/me/phone-numbers/p2/primary'), () => {
      phones = [
        { ...phone, primary: false },
        { id: 'p2', number: '+34600000002', verified: true, primary: true },
      ]
      return HttpResponse.json(phones[1])
    }),
    http.delete(at('/api/v1/users/me/phone-numbers/p1'), () => problem(409, 'conflict')),
  )
  open()
  await userEvent.click(await screen.findByRole('button', { name: 'Use +34600000002 first' }))
  const use = await screen.findByRole('button', { name: 'Use +34600000001 first' })
  expect(use).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Remove +34600000001' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('changed somewhere else')
})

it('leads to what has no place in the bar of a phone', async () => {
  open()
  const places = within(await screen.findByRole('navigation', { name: 'More' }))
  const addresses = places.getAllByRole('link').map((link) => link.getAttribute('href'))
  expect(addresses).toEqual([
    '/reminders',
    '/focus',
    '/integrations',
    '/usage',
    '/devices',
    '/security',
    '/settings/notifications',
    '/memory',
    '/privacy',
  ])
})

it('leads to the administration only who has something to do there', async () => {
  signInWith()
  open()
  const places = within(await screen.findByRole('navigation', { name: 'More' }))
  expect(places.queryByRole('link', { name: 'Administration' })).toBeNull()
  signInWith('audit:read')
  await waitFor(() => expect(places.getByRole('link', { name: 'Administration' })).toBeVisible())
})
