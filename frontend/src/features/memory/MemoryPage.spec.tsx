import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, it } from 'vitest'

import type { Memory } from '@/shared/api/types'
import { at, problem, server } from '@/testing/server'

import { MemoryPage } from './MemoryPage'

let enabled: boolean
let items: Memory[]

function someMemory(id: string, fact: string): Memory {
  const moment = '2026-11-23T08:00:00Z'
  return { id, fact, source: 'ASSISTANT', version: 0, createdAt: moment, updatedAt: moment }
}

beforeEach(() => {
  enabled = true
  items = [someMemory('m1', 'I like tea')]
  const path = '/api/v1/chat/memories'
  server.use(
    http.get(at(path), () => HttpResponse.json({ enabled, items, nextCursor: null })),
    http.post(at(path), async ({ request }) => {
      const { fact } = (await request.json()) as { fact: string }
      items = [someMemory('m2', fact), ...items]
      return HttpResponse.json(items[0], { status: 201 })
    }),
    http.patch(at(path), async ({ request }) => {
      enabled = ((await request.json()) as { enabled: boolean }).enabled
      return HttpResponse.json({ enabled, items, nextCursor: null })
    }),
    http.patch(at(`${path}/m1`), async ({ request }) => {
      const { fact } = (await request.json()) as { fact: string }
      items = [someMemory('m1', fact)]
      return HttpResponse.json(items[0])
    }),
    http.delete(at(`${path}/m1`), () => {
      items = []
      return new HttpResponse(null, { status: 204 })
    }),
    http.delete(at(path), () => {
      items = []
      return new HttpResponse(null, { status: 204 })
    }),
  )
})

it('shows, keeps, changes and forgets facts', async () => {
  render(<MemoryPage />)
  const known = await screen.findByRole('list', { name: 'What is kept' })
  expect(within(known).getByText('I like tea')).toBeVisible()
  expect(within(known).getByText('Noted in a conversation, Monday, November 23')).toBeVisible()

  await userEvent.click(screen.getByRole('button', { name: 'Change “I like tea”' }))
  const field = screen.getByLabelText('The fact')
  await userEvent.clear(field)
  await userEvent.type(field, 'I like coffee')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('I like coffee')).toBeVisible()

  await userEvent.type(screen.getByLabelText('Something to remember'), 'Ana is my sister')
  await userEvent.click(screen.getByRole('button', { name: 'Remember it' }))
  expect(await screen.findByText('Ana is my sister')).toBeVisible()
  expect(screen.getByLabelText('Something to remember')).toHaveValue('')

  await userEvent.click(screen.getByRole('button', { name: 'Forget “I like coffee”' }))
  expect(await screen.findByText('Nothing is kept')).toBeVisible()
})

it('forgets everything only when asked twice', async () => {
  render(<MemoryPage />)
  await userEvent.click(await screen.findByRole('button', { name: 'Forget everything' }))
  await userEvent.click(screen.getByRole('button', { name: 'Leave it as it is' }))
  expect(screen.getByText('I like tea')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Forget everything' }))
  const dialog = screen.getByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Forget everything' }))
  expect(await screen.findByText('Nothing is kept')).toBeVisible()
})

it('can be switched off, and says what went wrong', async () => {
  render(<MemoryPage />)
  const box = await screen.findByRole('checkbox', { name: 'Remember things about me' })
  await userEvent.click(box)
  await waitFor(() => expect(box).not.toBeChecked())
  expect(screen.queryByLabelText('Something to remember')).not.toBeInTheDocument()
  server.use(http.patch(at('/api/v1/chat/memories'), () => problem(503, 'unavailable')))
  await userEvent.click(box)
  expect(await screen.findByRole('alert')).toBeVisible()
})
