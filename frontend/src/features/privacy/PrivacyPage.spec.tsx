import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, it, vi } from 'vitest'

import type { DataExport, Erasure } from '@/shared/api/types'
import { dispatch } from '@/shared/realtime/events'
import { pageOf } from '@/testing/people'
import { at, problem, server } from '@/testing/server'

import { PrivacyPage } from './PrivacyPage'

const saved = vi.hoisted(() => vi.fn<(content: Blob, name: string) => void>())
vi.mock('@/shared/lib/saveFile', () => ({ saveFile: saved }))

const copy: DataExport = {
  id: 'e1',
  status: 'PENDING',
  createdAt: '2026-11-23T08:00:00Z',
  expiresAt: null,
}

let exports: DataExport[]
let erasure: Erasure

beforeEach(() => {
  saved.mockReset()
  exports = []
  erasure = { status: 'NONE' }
  server.use(
    http.get(at('/api/v1/users/me/exports'), () => HttpResponse.json(pageOf(exports))),
    http.get(at('/api/v1/users/me/erasure'), () => HttpResponse.json(erasure)),
  )
})

it('asks for a copy, waits for it, and hands it over', async () => {
  server.use(
    http.post(at('/api/v1/users/me/exports'), () => {
      exports = [copy]
      return HttpResponse.json(copy, { status: 202 })
    }),
    http.get(at('/api/v1/users/me/exports/e1/download'), () => HttpResponse.text('PK')),
  )
  render(<PrivacyPage />)
  const ask = await screen.findByRole('button', { name: 'Ask for a copy' })
  await userEvent.click(ask)
  expect(await screen.findByText('Being collected')).toBeVisible()
  expect(ask).toBeDisabled()
  exports = [{ ...copy, status: 'READY', expiresAt: '2026-11-30T08:00:00Z' }]
  act(() => dispatch({ type: 'notification', data: {} }))
  expect(await screen.findByText(/there until Monday, November 30/)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Download' }))
  await vi.waitFor(() => expect(saved).toHaveBeenCalledOnce())
  const [content, name] = saved.mock.calls[0] ?? []
  expect(content?.size).toBe(2)
  expect(name).toBe('personal-assistant-2026-11-23.zip')
})

it('says why a file cannot be had', async () => {
  exports = [{ ...copy, status: 'READY', expiresAt: '2026-11-30T08:00:00Z' }]
  server.use(http.get(at('/api/v1/users/me/exports/e1/download'), () => problem(404, 'not-found')))
  render(<PrivacyPage />)
  await userEvent.click(await screen.findByRole('button', { name: 'Download' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('not there any more')
  expect(saved).not.toHaveBeenCalled()
})

it('deletes only after the word was typed, and takes it back until the day', async () => {
  server.use(
    http.delete(at('/api/v1/users/me'), () => {
      erasure = { id: 'x1', status: 'SCHEDULED', dueAt: '2026-11-30T08:00:00Z' }
      return HttpResponse.json({ id: erasure.id, dueAt: erasure.dueAt }, { status: 202 })
    }),
    http.post(at('/api/v1/users/me/erasure/cancel'), () => {
      erasure = { status: 'NONE' }
      return new HttpResponse(null, { status: 204 })
    }),
  )
  render(<PrivacyPage />)
  const action = await screen.findByRole('button', { name: 'Delete my account' })
  expect(action).toBeDisabled()
  await userEvent.type(screen.getByLabelText('Type DELETE to go on'), 'delete')
  await userEvent.click(action)
  expect(await screen.findByText(/will be deleted on Monday, November 30/)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Keep my account' }))
  expect(await screen.findByText('Your account stays.')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Delete my account' })).toBeDisabled()
})
