import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, it } from 'vitest'

import { clearFocus } from '@/shared/focus/focusStore'
import { someFocus, someTask } from '@/testing/fixtures'
import { at, server } from '@/testing/server'

import { FocusPage } from './FocusPage'

const SESSIONS = at('/api/v1/focus-sessions')

function open(): void {
  render(
    <MemoryRouter>
      <FocusPage />
    </MemoryRouter>,
  )
}

beforeEach(clearFocus)

it('lists what was, day by day, and makes tasks of parked thoughts', async () => {
  const done = someFocus({ status: 'COMPLETED', actualMinutes: 25 })
  const distractions = [{ id: 'd', at: done.startedAt, text: 'buy milk' }]
  server.use(
    http.get(SESSIONS, ({ request }) => {
      const more = new URL(request.url).searchParams.get('cursor') === 'c'
      const items = more
        ? [someFocus({ id: 's3', status: 'STOPPED', actualMinutes: 3, mode: 'FLOW' })]
        : [done, { ...done, id: 's2', distractions }]
      return HttpResponse.json({ current: null, items, nextCursor: more ? null : 'c' })
    }),
    http.post(at('/api/v1/tasks/quick-add'), () =>
      HttpResponse.json({ task: someTask({ title: 'buy milk' }), understood: [] }),
    ),
  )
  open()
  expect(await screen.findByRole('heading', { name: /: 50 minutes$/ })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }))
  expect(await screen.findByRole('heading', { name: /: 53 minutes$/ })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Make “buy milk” a task' }))
  expect(screen.getByText('now a task')).toBeVisible()
})

it('says how to begin when there was nothing yet', async () => {
  server.use(http.get(SESSIONS, () => HttpResponse.json({ items: [] })))
  open()
  expect(await screen.findByText('No session yet')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Start' })).toBeEnabled()
})
