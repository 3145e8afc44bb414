import { http } from 'msw'
import { expect, it } from 'vitest'

import { changeLanguage } from '@/shared/i18n/i18n'
import { at, problem, server } from '@/testing/server'

import { call } from './client'
import { toProblem } from './errors'
import type { Problem } from './errors'

async function failing(answer: Response): Promise<Problem> {
  server.use(http.get(at('/api/v1/sessions'), () => answer))
  return call('get', '/api/v1/sessions', { anonymous: true }).then(
    () => {
      throw new Error('succeeded')
    },
    (error: unknown) => toProblem(error),
  )
}

it('tells what is wrong with each field', async () => {
  const shown = await failing(
    problem(400, 'validation-failed', { errors: [{ field: 'email', message: 'is taken' }] }),
  )
  expect(shown.fields).toEqual({ email: 'is taken' })
})

it('says it in the words of the language, not of the service, where it knows the code', async () => {
  await changeLanguage('es')
  expect((await failing(problem(409, 'conflict'))).message).toContain('otro sitio')
})

it('never shows an unknown English sentence in another language', async () => {
  await changeLanguage('pt')
  const shown = await failing(problem(409, 'provider-not-configured'))
  expect(shown.message).not.toContain('provider-not-configured')
})

it('knows that a request which reached nobody may be sent again', async () => {
  expect((await failing(Response.error())).unreachable).toBe(true)
  expect((await failing(problem(503, 'unavailable'))).unreachable).toBe(true)
  expect((await failing(problem(409, 'conflict'))).unreachable).toBe(false)
})

it('does not show what a bug throws', () => {
  expect(toProblem(new TypeError('x is undefined')).message).not.toContain('undefined')
})
