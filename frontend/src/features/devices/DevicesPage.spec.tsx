import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, it } from 'vitest'

import type { Session } from '@/shared/api/types'
import { accept, end, useSession } from '@/shared/auth/session'
import { someGrant } from '@/testing/fixtures'
import { at, server } from '@/testing/server'

import { DevicesPage } from './DevicesPage'

const user = userEvent.setup()

beforeEach(async () => {
  await end(false)
  accept(someGrant())
})

function session(id: string, more: Partial<Session> = {}): Session {
  return {
    id,
    browser: 'Chrome 143',
    system: 'Linux',
    address: '10.0.0.1',
    createdAt: '2026-11-23T08:00:00Z',
    lastSeenAt: '2026-11-23T08:00:00Z',
    amr: ['pwd'],
    trusted: false,
    current: false,
    ...more,
  }
}

function open(): string[] {
  const done: string[] = []
  const keep = async ({ request }: { request: Request }): Promise<Response> => {
    const { pathname, search } = new URL(request.url)
    done.push(`${request.method} ${pathname.slice(8)}${search} ${await request.text()}`.trim())
    return request.method === 'PATCH'
      ? HttpResponse.json(session('s2'))
      : new HttpResponse(null, { status: 204 })
  }
  server.use(
    http.get(at('/api/v1/sessions'), ({ request }) =>
      new URL(request.url).searchParams.get('cursor') === 'next'
        ? HttpResponse.json({ items: [session('s1', { current: true, name: 'Desk' })] })
        : HttpResponse.json({
            items: [session('s2', { place: 'Madrid', amr: ['pwd', 'otp', 'mfa'] })],
            nextCursor: 'next',
          }),
    ),
    http.patch(at('/api/v1/sessions/:id'), keep),
    http.delete(at('/api/v1/sessions/:id'), keep),
    http.delete(at('/api/v1/sessions'), keep),
  )
  render(
    <MemoryRouter>
      <DevicesPage />
    </MemoryRouter>,
  )
  return done
}

it('lists every session with what is known of it, this one first', async () => {
  open()
  const [mine, other] = await screen.findAllByRole('listitem')
  expect(mine).toHaveTextContent('Desk')
  expect(mine).toHaveTextContent('This device')
  expect(other).toHaveTextContent('Chrome 143 · Linux')
  expect(other).toHaveTextContent('Madrid · 10.0.0.1')
  expect(other).toHaveTextContent('password, authenticator app')
})

it('renames and trusts a device', async () => {
  const done = open()
  await user.click(await screen.findByRole('button', { name: 'Rename “Chrome 143 · Linux”' }))
  await user.type(screen.getByLabelText('New name'), 'Kitchen{Enter}')
  await waitFor(() => expect(done).toEqual(['PATCH sessions/s2 {"name":"Kitchen"}']))
  const [, other] = screen.getAllByRole('listitem')
  if (other === undefined) throw new Error('no other session')
  await waitFor(() => expect(within(other).getByRole('checkbox')).toBeEnabled())
  await user.click(within(other).getByRole('checkbox', { name: 'This device is mine' }))
  await waitFor(() => expect(done.at(-1)).toBe('PATCH sessions/s2 {"trusted":true}'))
})

it('ends one, and all others', async () => {
  const done = open()
  await user.click(
    await screen.findByRole('button', { name: 'End the session on Chrome 143 · Linux' }),
  )
  await waitFor(() => expect(done).toEqual(['DELETE sessions/s2']))
  const others = screen.getByRole('button', { name: 'End all other sessions' })
  await waitFor(() => expect(others).toBeEnabled())
  await user.click(others)
  await waitFor(() => expect(done.at(-1)).toBe('DELETE sessions?except=current'))
})

it('leaves when its own session ends', async () => {
  open()
  await user.click(await screen.findByRole('button', { name: 'End the session on Desk' }))
  await waitFor(() => expect(useSession.getState().phase).toBe('signed-out'))
})
