import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { MemoryRouter } from 'react-router'
import { expect, it } from 'vitest'

import type { SecurityEntry, Threat } from '@/shared/api/types'
import { changeLanguage } from '@/shared/i18n/i18n'
import { at, server } from '@/testing/server'

import { HistoryPage } from './HistoryPage'

const user = userEvent.setup()

function entry(id: string, text: string, more: Partial<SecurityEntry> = {}): SecurityEntry {
  return { id, type: 'LOGIN_SUCCEEDED', at: '2026-11-23T08:00:00Z', text, ...more }
}

function open(threats: Threat[] = []): { languages: (string | null)[] } {
  const seen: { languages: (string | null)[] } = { languages: [] }
  server.use(
    http.get(at('/api/v1/security-events'), ({ request }) => {
      seen.languages.push(request.headers.get('Accept-Language'))
      return new URL(request.url).searchParams.get('cursor') === 'c2'
        ? HttpResponse.json({ items: [entry('e2', 'You changed your password.')] })
        : HttpResponse.json({
            items: [entry('e1', 'You signed in.', { device: 'Chrome', place: 'Madrid' })],
            nextCursor: 'c2',
          })
    }),
    http.get(at('/api/v1/threats'), () => HttpResponse.json({ items: threats })),
  )
  render(
    <MemoryRouter>
      <HistoryPage />
    </MemoryRouter>,
  )
  return seen
}

it('tells what happened in the language of the app, and more when asked', async () => {
  await changeLanguage('es')
  const seen = open()
  expect(await screen.findByText('You signed in.')).toBeVisible()
  expect(screen.getByText(/Chrome · Madrid/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Mostrar más' }))
  expect(await screen.findByText('You changed your password.')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Mostrar más' })).toBeNull()
  expect(seen.languages).toEqual(['es', 'es'])
})

it('shows what looked unusual, with what was done, until it is dismissed', async () => {
  const threat: Threat = {
    id: 't1',
    rule: 'impossible-travel',
    severity: 'HIGH',
    status: 'OPEN',
    at: '2026-11-23T08:00:00Z',
    lastAt: '2026-11-23T08:30:00Z',
    actions: ['NOTIFY', 'STEP_UP'],
    evidence: {},
    text: 'A sign-in from Lima an hour after one from Madrid.',
  }
  const threats: Threat[] = [threat, { ...threat, id: 't2', status: 'DISMISSED', text: 'Old.' }]
  server.use(
    http.post(at('/api/v1/threats/t1/dismiss'), () => {
      threats.splice(0)
      return new HttpResponse(null, { status: 204 })
    }),
  )
  open(threats)
  expect(await screen.findByText(/A sign-in from Lima/)).toBeVisible()
  expect(screen.getByText(/We told you\. We ask who it is/)).toBeVisible()
  expect(screen.queryByText('Old.')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'That was me' }))
  await waitFor(() => expect(screen.queryByText(/A sign-in from Lima/)).toBeNull())
})
