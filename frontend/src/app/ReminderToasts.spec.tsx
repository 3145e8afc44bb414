import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, it } from 'vitest'

import { clearFocus, useFocus } from '@/shared/focus/focusStore'
import { dispatch } from '@/shared/realtime/events'
import { clearDue } from '@/shared/reminders/due'
import { someFocus, someReminder } from '@/testing/fixtures'
import { at, problem, server } from '@/testing/server'

import { ReminderToasts } from './ReminderToasts'

const reminder = someReminder({ taskId: 't1', status: 'FIRED' })
const address = at(`/api/v1/reminders/${reminder.id}`)

function tell(): void {
  const data = { reminder, moment: reminder.dueAt, late: true, rung: 0 }
  act(() => dispatch({ type: 'reminder.due', data }))
}

beforeEach(() => {
  clearDue()
  clearFocus()
  render(<ReminderToasts />)
})

it('offers the five words, and goes when one was said', async () => {
  server.use(http.post(`${address}/done`, () => HttpResponse.json({ ...reminder, status: 'DONE' })))
  tell()
  tell()
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  expect(screen.getByText(/^for /)).toBeVisible()
  const words = screen.getAllByRole('button', { name: /Call mom/ }).map((word) => word.textContent)
  expect(words).toEqual(['', 'Done', '10 min', 'Later', 'Smaller', 'Skip'])
  await userEvent.click(screen.getByRole('button', { name: 'Done: Call mom' }))
  await waitFor(() => expect(screen.queryByText('Call mom')).toBeNull())
})

it('makes it smaller: two minutes now, and a word afterwards', async () => {
  const sent: unknown[] = []
  server.use(
    http.post(`${address}/snooze`, async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ ...reminder, status: 'PENDING' })
    }),
    http.post(at('/api/v1/focus-sessions'), async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json(someFocus({ mode: 'COUNTDOWN', plannedMinutes: 2 }))
    }),
  )
  tell()
  await userEvent.click(screen.getByRole('button', { name: 'Smaller: Call mom' }))
  await waitFor(() => expect(useFocus.getState().current).not.toBeNull())
  expect(sent).toEqual([{ minutes: 10 }, { mode: 'COUNTDOWN', plannedMinutes: 2, taskId: 't1' }])
})

it('stays when the answer did not get through, and goes when another device answered', async () => {
  server.use(http.post(`${address}/skip`, () => problem(503, 'unavailable')))
  tell()
  await userEvent.click(screen.getByRole('button', { name: 'Skip: Call mom' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('catching its breath')
  act(() => dispatch({ type: 'reminder.changed', data: { reminder } }))
  expect(screen.queryByText('Call mom')).toBeNull()
})
