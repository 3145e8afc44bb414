import { http, HttpResponse } from 'msw'
import { beforeEach, expect, it } from 'vitest'

import { call } from '@/shared/api/client'
import { toProblem } from '@/shared/api/errors'
import { someGrant } from '@/testing/fixtures'
import { at, problem, server } from '@/testing/server'

import { accept, end } from './session'
import { endProof, useStepUp } from './stepUp'

beforeEach(() => end(false))

/** A change that only a token of a recent sign-in may make. */
function guarded(): { count: number } {
  const seen = { count: 0 }
  server.use(
    http.post(at('/api/v1/auth/mfa/backup-codes'), ({ request }) => {
      seen.count += 1
      return request.headers.get('Authorization') === 'Bearer fresh'
        ? HttpResponse.json({ backupCodes: ['a'] })
        : problem(403, 'reauthentication-required')
    }),
  )
  return seen
}

/** The code that a request was refused with, or null. */
function outcome(request: Promise<unknown>): Promise<string | null> {
  return request.then(
    () => null,
    (error: unknown) => toProblem(error).code,
  )
}

it('asks once for several requests, then repeats each', async () => {
  accept(someGrant('old'))
  const seen = guarded()
  const both = Promise.all([
    call('post', '/api/v1/auth/mfa/backup-codes'),
    call('post', '/api/v1/auth/mfa/backup-codes'),
  ])
  await expect.poll(() => seen.count).toBe(2)
  await expect.poll(() => useStepUp.getState().asking).toBe(true)
  accept(someGrant('fresh'))
  endProof(true)
  expect(await both).toEqual([{ backupCodes: ['a'] }, { backupCodes: ['a'] }])
  expect(seen.count).toBe(4)
  expect(useStepUp.getState().asking).toBe(false)
})

it('says what was refused when the person would rather not', async () => {
  accept(someGrant('old'))
  const seen = guarded()
  const refused = outcome(call('post', '/api/v1/auth/mfa/backup-codes'))
  await expect.poll(() => useStepUp.getState().asking).toBe(true)
  endProof(false)
  expect(await refused).toBe('reauthentication-required')
  expect(seen.count).toBe(1)
})

it('repeats only once, however often a proof is wanted', async () => {
  accept(someGrant('old'))
  const seen = guarded()
  const refused = outcome(call('post', '/api/v1/auth/mfa/backup-codes'))
  await expect.poll(() => useStepUp.getState().asking).toBe(true)
  endProof(true)
  expect(await refused).toBe('reauthentication-required')
  expect(seen.count).toBe(2)
})

it('stops asking when the session ends', async () => {
  accept(someGrant('old'))
  guarded()
  const refused = outcome(call('post', '/api/v1/auth/mfa/backup-codes'))
  await expect.poll(() => useStepUp.getState().asking).toBe(true)
  await end(true)
  expect(await refused).toBe('reauthentication-required')
})

it('takes an outdated token for a reason to renew, a wrong code for none', async () => {
  accept(someGrant('old'))
  let renewals = 0
  server.use(
    http.post(at('/api/v1/auth/refresh'), () => {
      renewals += 1
      return HttpResponse.json(someGrant('new'))
    }),
    http.get(at('/api/v1/sessions'), ({ request }) =>
      request.headers.get('Authorization') === 'Bearer new'
        ? HttpResponse.json({ items: [] })
        : problem(401, 'token-outdated'),
    ),
    http.post(at('/api/v1/auth/reauthenticate'), () => problem(401, 'invalid-code')),
  )
  await expect(call('get', '/api/v1/sessions')).resolves.toEqual({ items: [] })
  expect(renewals).toBe(1)
  await expect(
    call('post', '/api/v1/auth/reauthenticate', { body: { method: 'TOTP', code: '1' } }),
  ).rejects.toThrow('401')
  expect(renewals).toBe(1)
})
