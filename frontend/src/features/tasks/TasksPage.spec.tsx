import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { MemoryRouter, useLocation } from 'react-router'
import { beforeEach, expect, it } from 'vitest'

import type { Task } from '@/shared/api/types'
import { clearTasks, useTasks } from '@/shared/tasks/taskStore'
import { someTask } from '@/testing/fixtures'
import { pageOf } from '@/testing/people'
import { at, problem, server } from '@/testing/server'

import { TasksPage } from './TasksPage'

const TASKS = at('/api/v1/tasks')
let tasks: Task[]

function Where() {
  return <output>{useLocation().search}</output>
}

function open(address = '/tasks'): void {
  useTasks.setState({
    tasks: Object.fromEntries(tasks.map((task) => [task.id, task])),
    source: 'service',
  })
  render(
    <MemoryRouter initialEntries={[address]}>
      <TasksPage />
      <Where />
    </MemoryRouter>,
  )
}

const where = (): string => screen.getAllByRole('status').at(-1)?.textContent ?? ''
const titles = (): (string | null)[] =>
  screen
    .getAllByRole('checkbox', { name: /^Complete/ })
    .map((box) => box.getAttribute('aria-label'))

beforeEach(() => {
  clearTasks()
  tasks = [
    someTask({ id: 'a', title: 'Call mom', tags: ['family'] }),
    someTask({ id: 'b', title: 'Buy milk', priority: 'HIGH' }),
    someTask({ id: 'c', title: 'Write', status: 'DOING', version: 4 }),
  ]
  server.use(
    http.get(TASKS, ({ request }) => {
      const done = new URL(request.url).searchParams.get('status') === 'DONE'
      return HttpResponse.json(pageOf(tasks.filter((one) => (one.status === 'DONE') === done)))
    }),
    http.get(`${TASKS}/next`, () => HttpResponse.json({})),
  )
})

it('keeps what narrows the list in the address', async () => {
  const user = userEvent.setup()
  open('/tasks?tag=family')
  expect(titles()).toEqual(['Complete “Call mom”'])
  await user.click(screen.getByRole('button', { name: 'Show everything' }))
  expect(titles()).toHaveLength(3)
  await user.type(screen.getByRole('searchbox'), 'milk')
  expect(titles()).toEqual(['Complete “Buy milk”'])
  expect(where()).toBe('?q=milk')
  await user.type(screen.getByRole('searchbox'), 'shake')
  expect(screen.getByText('Nothing fits')).toBeVisible()
})

it('does the same with many, and keeps chosen what was refused', async () => {
  const user = userEvent.setup()
  server.use(
    http.post(`${TASKS}/a/complete`, () => {
      tasks = tasks.map((one) => (one.id === 'a' ? { ...one, status: 'DONE' } : one))
      return HttpResponse.json(tasks[0])
    }),
    http.post(`${TASKS}/b/complete`, () => problem(409, 'conflict')),
  )
  open()
  await user.click(screen.getByRole('button', { name: 'Choose several' }))
  const bar = within(screen.getByRole('region', { name: 'Several tasks' }))
  expect(bar.getByRole('button', { name: 'Done' })).toBeDisabled()
  await user.click(screen.getByRole('checkbox', { name: 'Choose “Call mom”' }))
  await user.click(screen.getByRole('checkbox', { name: 'Choose “Buy milk”' }))
  await user.click(bar.getByRole('button', { name: 'Done' }))
  expect(await bar.findByRole('alert')).toHaveTextContent('1 changed, 1 not.')
  await waitFor(() => expect(screen.queryByText('Call mom')).toBeNull())
  expect(screen.getByRole('checkbox', { name: 'Choose “Buy milk”' })).toBeChecked()
})

it('goes from row to row and chooses by the keys', async () => {
  const user = userEvent.setup()
  open()
  const first = screen.getByText('Call mom').closest('button')
  first?.focus()
  await user.keyboard('{ArrowDown}x')
  expect(screen.getByRole('checkbox', { name: 'Choose “Buy milk”' })).not.toBeNull()
  expect(screen.getAllByRole('checkbox', { checked: true })).toHaveLength(1)
})

it('moves cards by dragging and by their buttons', async () => {
  const sent: unknown[] = []
  server.use(
    http.patch(`${TASKS}/a`, async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ ...tasks[0], status: 'DOING', version: 1 })
    }),
    http.post(`${TASKS}/c/complete`, () =>
      HttpResponse.json({ ...tasks[2], status: 'DONE', version: 5 }),
    ),
  )
  open('/tasks?view=board')
  const doing = within(screen.getByRole('region', { name: 'Doing' }))
  const kept = new Map<string, string>()
  const dataTransfer = {
    setData: (type: string, value: string) => kept.set(type, value),
    getData: (type: string) => kept.get(type) ?? '',
    get types() {
      return [...kept.keys()]
    },
  }
  const card = screen.getByText('Call mom').closest('li') ?? document.body
  fireEvent.dragStart(card, { dataTransfer })
  fireEvent.dragOver(screen.getByRole('region', { name: 'Doing' }), { dataTransfer })
  fireEvent.drop(screen.getByRole('region', { name: 'Doing' }), { dataTransfer })
  expect(await doing.findByText('Call mom')).toBeVisible()
  expect(sent).toEqual([{ status: 'DOING' }])
  await userEvent.click(screen.getByRole('button', { name: 'Move “Write” to Done' }))
  const done = within(screen.getByRole('region', { name: 'Done' }))
  expect(await done.findByText('Write')).toBeVisible()
  expect(screen.getByText('“Write” is in Done')).toBeInTheDocument()
})
