import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, it } from 'vitest'

import { clearFocus, useFocus } from '@/shared/focus/focusStore'
import { clearTasks, useTasks } from '@/shared/tasks/taskStore'
import { someFocus, someReminder, someTask } from '@/testing/fixtures'
import { pageOf, signInWith } from '@/testing/people'
import { at, server } from '@/testing/server'

import { TodayPage } from './TodayPage'

const task = someTask({ id: 't1', title: 'File the taxes' })
const step = someTask({ id: 't2', parentId: 't1', title: 'Find the letter' })

beforeEach(() => {
  clearTasks()
  clearFocus()
  signInWith()
  server.use(
    http.get(at('/api/v1/oauth/integrations'), () => HttpResponse.json({ items: [] })),
    http.get(at('/api/v1/reminders'), ({ request }) => {
      const fired = new URL(request.url).searchParams.get('status') === 'FIRED'
      return HttpResponse.json(pageOf(fired ? [someReminder({ status: 'FIRED' })] : []))
    }),
  )
  useTasks.setState({
    tasks: { t1: task, t2: step },
    next: { task, why: 'It is important.', scoreParts: [] },
    source: 'service',
  })
  render(
    <MemoryRouter>
      <TodayPage />
    </MemoryRouter>,
  )
})

it('shows one task, its first step and why, and begins with two minutes of it', async () => {
  server.use(
    http.post(at('/api/v1/focus-sessions'), async ({ request }) => {
      expect(await request.json()).toEqual({
        mode: 'COUNTDOWN',
        plannedMinutes: 2,
        taskId: 't1',
      })
      return HttpResponse.json(someFocus({ taskId: 't1' }), { status: 201 })
    }),
  )
  const now = within(screen.getByRole('region', { name: 'Your one next thing' }))
  expect(now.getByText('First step: Find the letter')).toBeVisible()
  expect(now.getByText('Why this: It is important.')).toBeVisible()
  await userEvent.click(now.getByRole('button', { name: 'Just 2 minutes' }))
  await expect.poll(() => useFocus.getState().current?.taskId).toBe('t1')
  expect(now.queryByRole('button', { name: 'Just 2 minutes' })).toBeNull()
})

it('says in words how much of the day is left, and what waits', async () => {
  const day = within(screen.getByRole('region', { name: 'Your day' }))
  expect(day.getByRole('img')).toHaveAccessibleName(/^It is .* of the day are left, .* taken\.$/)
  const reminders = within(await screen.findByRole('region', { name: 'I will remind you' }))
  expect(reminders.getByText('Call mom')).toBeVisible()
  expect(reminders.getByText('waiting for you')).toBeVisible()
})
