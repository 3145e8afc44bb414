import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, it } from 'vitest'

import { clearTasks, putTask, useTasks } from '@/shared/tasks/taskStore'
import { someTask } from '@/testing/fixtures'
import { at, problem, server } from '@/testing/server'

import { TaskRow } from './TaskRow'

const task = someTask({ dueAt: '2026-11-24T16:00:00Z', version: 3 })
const address = at(`/api/v1/tasks/${task.id}`)

function Row() {
  const known = useTasks((state) => state.tasks[task.id])
  return known === undefined ? null : <TaskRow task={known} />
}

beforeEach(() => {
  clearTasks()
  putTask(task)
  server.use(http.get(at('/api/v1/tasks/next'), () => HttpResponse.json({})))
  render(<Row />)
})

it('completes at once and takes it back when the service refuses', async () => {
  server.use(http.post(`${address}/complete`, () => problem(409, 'conflict')))
  await userEvent.click(screen.getByRole('checkbox', { name: 'Complete “Call mom”' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('changed somewhere else')
  expect(screen.getByRole('checkbox')).not.toBeChecked()
})

it('edits what it shows, based on the version it shows', async () => {
  let sent: unknown = null
  let version: string | null = null
  server.use(
    http.patch(address, async ({ request }) => {
      sent = await request.json()
      version = request.headers.get('If-Match')
      return HttpResponse.json({ ...task, title: 'Call dad', version: 4 })
    }),
  )
  await userEvent.click(screen.getByText('Call mom'))
  const title = screen.getByLabelText('What')
  await userEvent.clear(title)
  await userEvent.type(title, 'Call dad')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Call dad')).toBeVisible()
  expect(sent).toMatchObject({ title: 'Call dad', dueAt: '2026-11-24T16:00:00.000Z' })
  expect(version).toBe('"3"')
})

it('deletes', async () => {
  server.use(http.delete(address, () => new HttpResponse(null, { status: 204 })))
  await userEvent.click(screen.getByRole('button', { name: 'Delete “Call mom”' }))
  await waitFor(() => expect(screen.queryByText('Call mom')).toBeNull())
})
