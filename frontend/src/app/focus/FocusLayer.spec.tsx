import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, it } from 'vitest'

import { clearFocus, useFocus, wishFocus } from '@/shared/focus/focusStore'
import { clearTasks, putTask } from '@/shared/tasks/taskStore'
import { someFocus, someTask } from '@/testing/fixtures'
import { at, problem, server } from '@/testing/server'

import { Shortcuts } from '../palette/Shortcuts'
import { FocusLayer } from './FocusLayer'

const task = someTask()
const now = (): string => new Date().toISOString()
const running = someFocus({
  taskId: task.id,
  startedAt: now(),
  endsAt: new Date(Date.now() + 25 * 60_000).toISOString(),
  serverTime: now(),
})
const address = at(`/api/v1/focus-sessions/${running.id}`)

beforeEach(() => {
  clearFocus()
  clearTasks()
  putTask(task)
  render(
    <MemoryRouter>
      <Shortcuts />
      <FocusLayer />
    </MemoryRouter>,
  )
})

function run(): void {
  act(() => useFocus.setState({ current: running }))
}

it('starts on a task', async () => {
  server.use(
    http.post(at('/api/v1/focus-sessions'), async ({ request }) => {
      expect(await request.json()).toEqual({
        mode: 'COUNTDOWN',
        plannedMinutes: 10,
        checkInBy: 'PUSH',
        taskId: task.id,
      })
      return HttpResponse.json({ ...running, mode: 'COUNTDOWN' }, { status: 201 })
    }),
  )
  act(() => wishFocus(task.id))
  await userEvent.click(screen.getByRole('radio', { name: /^Countdown/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Start' }))
  expect(await screen.findByRole('timer')).toHaveTextContent(/^(25:00|24:59) left/)
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('pauses, goes on, gets more time and ends', async () => {
  const asked: string[] = []
  for (const [what, change] of [
    ['pause', { status: 'PAUSED' as const, pausedAt: now() }],
    ['resume', {}],
    ['extend', { plannedMinutes: 30 }],
    ['stop', { status: 'STOPPED' as const, actualMinutes: 7 }],
  ] as const) {
    server.use(
      http.post(`${address}/${what}`, () => {
        asked.push(what)
        return HttpResponse.json({ ...running, ...change, serverTime: now() })
      }),
    )
  }
  run()
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'Pause' }))
  await user.click(await screen.findByRole('button', { name: 'Go on' }))
  await user.click(await screen.findByRole('button', { name: '5 more minutes' }))
  await user.click(screen.getByRole('button', { name: 'Finish' }))
  expect(await screen.findByText('7 minutes for you')).toBeVisible()
  expect(asked).toEqual(['pause', 'resume', 'extend', 'stop'])
})

it('parks a thought by one key and a line', async () => {
  let parked: unknown = null
  server.use(
    http.post(`${address}/distractions`, async ({ request }) => {
      parked = await request.json()
      return HttpResponse.json({ id: 'd1', at: now(), text: 'milk' }, { status: 201 })
    }),
  )
  run()
  await userEvent.keyboard('p')
  const field = await screen.findByLabelText('What came up?')
  await userEvent.type(field, 'milk{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(parked).toEqual({ text: 'milk' })
})

it('asks halfway, and answers', async () => {
  let answered = 0
  server.use(
    http.post(`${address}/check-in`, () => {
      answered += 1
      return HttpResponse.json({ ...running, serverTime: now() })
    }),
  )
  run()
  act(() => useFocus.setState({ checkIn: 'MIDDLE' }))
  await userEvent.click(screen.getByRole('button', { name: 'Still on it' }))
  await waitFor(() => expect(answered).toBe(1))
  expect(screen.queryByText(/^Halfway/)).toBeNull()
})

it('says what went wrong', async () => {
  server.use(http.post(`${address}/pause`, () => problem(503, 'unavailable')))
  run()
  await userEvent.click(screen.getByRole('button', { name: 'Pause' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('catching its breath')
})
