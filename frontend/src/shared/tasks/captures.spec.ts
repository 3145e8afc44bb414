import { http, HttpResponse } from 'msw'
import { beforeEach, expect, it } from 'vitest'

import { readAll } from '@/shared/offline/database'
import { someTask } from '@/testing/fixtures'
import { at, problem, server } from '@/testing/server'

import { capture, clearCaptures, discardCapture, sendCaptures, useCaptures } from './captures'
import { clearTasks, useTasks } from './taskStore'

const QUICK_ADD = at('/api/v1/tasks/quick-add')

beforeEach(async () => {
  await Promise.all(useCaptures.getState().waiting.map(({ id }) => discardCapture(id)))
  clearCaptures()
  clearTasks()
})

function accepting(): string[] {
  const keys: string[] = []
  server.use(
    http.post(QUICK_ADD, async ({ request }) => {
      const { text } = (await request.json()) as { text: string }
      keys.push(`${text} ${request.headers.get('Idempotency-Key')}`)
      const task = someTask({ id: `task-${keys.length}`, title: text })
      return HttpResponse.json({ task, understood: [] }, { status: 201 })
    }),
  )
  return keys
}

it('turns what was written into a task', async () => {
  accepting()
  await capture('  call mom ')
  expect(useCaptures.getState().added?.task.title).toBe('call mom')
  expect(Object.keys(useTasks.getState().tasks)).toEqual(['task-1'])
  expect(await readAll('captures')).toEqual([])
})

it('keeps it while there is no network and sends all in order on return', async () => {
  server.use(http.post(QUICK_ADD, () => HttpResponse.error()))
  await capture('first')
  await capture('second')
  expect(await readAll('captures')).toHaveLength(2)
  const ids = useCaptures.getState().waiting.map(({ id }) => id)
  const keys = accepting()
  await sendCaptures()
  expect(keys).toEqual([`first ${ids[0]}`, `second ${ids[1]}`])
  expect(useCaptures.getState().waiting).toEqual([])
})

it('sends each once when two ask at the same time', async () => {
  server.use(http.post(QUICK_ADD, () => HttpResponse.error()))
  await capture('only once')
  const keys = accepting()
  await Promise.all([sendCaptures(), sendCaptures()])
  expect(new Set(keys).size).toBe(1)
})

it('keeps what the service refuses, says why, and goes on with the rest', async () => {
  server.use(http.post(QUICK_ADD, () => problem(400, 'validation-failed')))
  await capture('x'.repeat(5000))
  const keys = accepting()
  await capture('next')
  expect(keys).toHaveLength(1)
  expect(useCaptures.getState().waiting).toMatchObject([{ refusal: 'validation-failed.' }])
})
