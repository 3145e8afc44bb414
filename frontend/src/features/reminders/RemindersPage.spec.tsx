import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, it } from 'vitest'

import type { Reminder } from '@/shared/api/types'
import { dispatch } from '@/shared/realtime/events'
import { clearTasks } from '@/shared/tasks/taskStore'
import { someReminder, someTask } from '@/testing/fixtures'
import { pageOf } from '@/testing/people'
import { at, problem, server } from '@/testing/server'

import { RemindersPage } from './RemindersPage'

const REMINDERS = at('/api/v1/reminders')
const soon = new Date(Date.now() + 3_600_000).toISOString()
const coming = someReminder({ dueAt: soon })
const waiting = someReminder({ id: 'w', text: 'Pills', status: 'FIRED' })

function open(reminders: Reminder[], path = '/reminders'): void {
  server.use(
    http.get(REMINDERS, ({ request }) => {
      const status = new URL(request.url).searchParams.get('status')
      return HttpResponse.json(
        pageOf(reminders.filter((one) => status === 'ALL' || one.status === status)),
      )
    }),
  )
  render(
    <MemoryRouter initialEntries={[path]}>
      <RemindersPage />
    </MemoryRouter>,
  )
}

beforeEach(clearTasks)

it('shows what waits first, and answers it', async () => {
  server.use(
    http.post(`${REMINDERS}/w/snooze`, async ({ request }) => {
      expect(await request.json()).toEqual({ minutes: 10 })
      return HttpResponse.json({ ...waiting, status: 'PENDING', dueAt: soon })
    }),
  )
  open([coming, waiting])
  const region = await screen.findByRole('region', { name: 'Waiting for your answer' })
  await userEvent.click(within(region).getByRole('button', { name: '10 min: Pills' }))
  const later = screen.getByRole('region', { name: 'Coming up' })
  expect(await within(later).findByText('Pills')).toBeVisible()
  expect(screen.queryByRole('region', { name: 'Waiting for your answer' })).toBeNull()
})

it('has what is written in words read by the service', async () => {
  const task = someTask({ title: 'Pills', dueAt: soon, recurrence: 'FREQ=DAILY' })
  let sent: unknown = null
  server.use(
    http.post(at('/api/v1/tasks/quick-add'), async ({ request }) => {
      expect(await request.json()).toMatchObject({ text: 'pills every day 9am' })
      return HttpResponse.json({ task, understood: [] }, { status: 201 })
    }),
    http.post(REMINDERS, async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ ...coming, text: 'Pills' }, { status: 201 })
    }),
  )
  open([])
  await userEvent.type(await screen.findByLabelText('Remind me to'), 'pills every day 9am{Enter}')
  expect(await screen.findByText(/^I will remind you: Pills/)).toBeVisible()
  expect(sent).toMatchObject({
    text: 'Pills',
    taskId: task.id,
    dueAt: soon,
    recurrence: 'FREQ=DAILY',
  })
})

it('asks for a time where the words have none, and keeps what was written down', async () => {
  const task = someTask({ title: 'Pills' })
  let added = 0
  let sent: unknown = null
  server.use(
    http.post(at('/api/v1/tasks/quick-add'), () => {
      added += 1
      return HttpResponse.json({ task, understood: [] }, { status: 201 })
    }),
    http.post(REMINDERS, async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json(coming, { status: 201 })
    }),
  )
  open([])
  const user = userEvent.setup()
  await user.type(await screen.findByLabelText('Remind me to'), 'pills{Enter}')
  expect(await screen.findByText(/did not find a time/)).toBeVisible()
  await user.selectOptions(screen.getByLabelText('When'), '60')
  await user.selectOptions(screen.getByLabelText('Repeats'), 'weekdays')
  await user.click(screen.getByRole('button', { name: 'Remind me' }))
  expect(await screen.findByText(/^I will remind you/)).toBeVisible()
  expect(added).toBe(1)
  expect(sent).toMatchObject({
    taskId: task.id,
    inMinutes: 60,
    recurrence: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  })
})

it('changes only what was changed, and keeps a rule that has no name', async () => {
  let sent: unknown = null
  const ruled = { ...coming, recurrence: 'FREQ=WEEKLY;INTERVAL=3' }
  server.use(
    http.patch(`${REMINDERS}/${coming.id}`, async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ ...ruled, text: 'Call dad' })
    }),
  )
  open([ruled])
  await userEvent.click(await screen.findByRole('button', { name: 'Edit “Call mom”' }))
  expect(screen.getByLabelText('Repeats')).toHaveValue('other')
  const text = screen.getByLabelText('What')
  await userEvent.clear(text)
  await userEvent.type(text, 'Call dad')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Call dad')).toBeVisible()
  expect(sent).toEqual({ text: 'Call dad' })
})

it('deletes, says what was refused, and follows other devices', async () => {
  server.use(http.delete(`${REMINDERS}/${coming.id}`, () => problem(503, 'unavailable')))
  open([coming])
  await userEvent.click(await screen.findByRole('button', { name: 'Delete “Call mom”' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('catching its breath')
  const data = { reminder: { ...coming, status: 'DONE' } }
  act(() => dispatch({ type: 'reminder.changed', data }))
  await waitFor(() => expect(screen.queryByText('Call mom')).toBeNull())
})

it('lists what was', async () => {
  open([coming, { ...waiting, status: 'SKIPPED' }], '/reminders?show=past')
  expect(await screen.findByText('Pills')).toBeVisible()
  expect(screen.getByText('skipped')).toBeVisible()
  expect(screen.queryByText('Call mom')).toBeNull()
})
