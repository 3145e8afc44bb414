import { act, render, screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { MemoryRouter } from 'react-router'
import { afterEach, expect, it, vi } from 'vitest'

import { at, server } from '@/testing/server'

import { IntegrationsPage } from './IntegrationsPage'

const google = {
  id: '01a20671-d309-7cb9-aeed-840fb8330346',
  provider: 'google',
  account: 'nora@example.com',
  capabilities: ['calendar'],
  status: 'CONNECTED',
  createdAt: '2026-11-23T09:00:00Z',
}

afterEach(() => vi.useRealTimers())

it('sees by itself that the first sync is over', async () => {
  let reads = 0
  server.use(
    http.get(at('/api/v1/oauth/providers'), () =>
      HttpResponse.json({
        items: [{ id: 'google', name: 'Google', capabilities: ['calendar'], configured: true }],
      }),
    ),
    http.get(at('/api/v1/oauth/integrations'), () =>
      HttpResponse.json({
        items: [++reads === 1 ? google : { ...google, lastSyncedAt: '2026-11-23T09:00:01Z' }],
      }),
    ),
    http.get(at(`/api/v1/oauth/integrations/${google.id}/items`), () =>
      HttpResponse.json({ items: [] }),
    ),
  )
  vi.useFakeTimers({ shouldAdvanceTime: true })
  render(
    <MemoryRouter>
      <IntegrationsPage />
    </MemoryRouter>,
  )
  expect(await screen.findByText(/Reading/)).toBeVisible()
  await act(() => vi.advanceTimersByTimeAsync(2_000))
  expect(await screen.findByText(/^Up to date/)).toBeVisible()
})
