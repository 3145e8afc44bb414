import { http, HttpResponse } from 'msw'
import { beforeEach, expect, it } from 'vitest'

import { call } from '@/shared/api/client'
import { loadPerson } from '@/shared/offline/snapshot'
import { someGrant } from '@/testing/fixtures'
import { at, problem, server } from '@/testing/server'

import { accept, currentSessionId, currentToken, end, renew, start, useSession } from './session'

beforeEach(async () => {
  await end(false)
  useSession.setState({ phase: 'starting' })
})

function refreshes(answer: () => Response): { count: number } {
  const seen = { count: 0 }
  server.use(
    http.post(at('/api/v1/auth/refresh'), () => {
      seen.count += 1
      return answer()
    }),
  )
  return seen
}

it('signs in silently by the cookie', async () => {
  refreshes(() => HttpResponse.json(someGrant()))
  await start()
  expect(useSession.getState()).toMatchObject({ phase: 'signed-in', user: { id: 'u1' } })
})

it('is signed out without a cookie', async () => {
  refreshes(() => problem(401, 'invalid-refresh-token'))
  await start()
  expect(useSession.getState()).toMatchObject({ phase: 'signed-out', endedElsewhere: false })
})

it('opens with what is kept when nobody answers', async () => {
  accept(someGrant())
  await expect.poll(() => loadPerson()).toMatchObject({ id: 'u1' })
  useSession.setState({ phase: 'starting', user: null })
  refreshes(() => HttpResponse.error())
  await start()
  expect(useSession.getState()).toMatchObject({ phase: 'offline', user: { id: 'u1' } })
})

it('renews once, however many ask', async () => {
  const seen = refreshes(() => HttpResponse.json(someGrant()))
  expect(await Promise.all([renew(), renew(), renew()])).toEqual([true, true, true])
  expect(seen.count).toBe(1)
})

it('repeats a request with a new token after a 401', async () => {
  accept(someGrant('old'))
  const seen = refreshes(() => HttpResponse.json(someGrant('new')))
  server.use(
    http.get(at('/api/v1/sessions'), ({ request }) =>
      request.headers.get('Authorization') === 'Bearer new'
        ? HttpResponse.json({ items: [] })
        : problem(401, 'unauthenticated'),
    ),
  )
  await expect(call('get', '/api/v1/sessions')).resolves.toEqual({ items: [] })
  expect(seen.count).toBe(1)
})

it('leaves when the session has ended, and forgets what it kept', async () => {
  accept(someGrant())
  refreshes(() => problem(401, 'invalid-refresh-token'))
  server.use(http.get(at('/api/v1/sessions'), () => problem(401, 'unauthenticated')))
  await expect(call('get', '/api/v1/sessions')).rejects.toThrow('401')
  expect(useSession.getState()).toMatchObject({ phase: 'signed-out', endedElsewhere: true })
  expect(currentToken()).toBeNull()
  expect(await loadPerson()).toBeNull()
})

it('reads its id from the token', () => {
  const claims = btoa(JSON.stringify({ sid: 's-1' })).replaceAll('=', '')
  accept(someGrant(`e30.${claims}.sig`))
  expect(currentSessionId()).toBe('s-1')
})
