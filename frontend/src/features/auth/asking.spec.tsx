import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, expect, it } from 'vitest'

import type { RenewedToken } from '@/shared/api/types'
import { accept, currentToken, end, useSession } from '@/shared/auth/session'
import { askForProof } from '@/shared/auth/stepUp'
import { Authenticator } from '@/testing/authenticator'
import { someGrant } from '@/testing/fixtures'
import { at, problem, server } from '@/testing/server'

import { ErasureOffer } from './ErasureOffer'
import { StepUpDialog } from './StepUpDialog'

const user = userEvent.setup()

beforeEach(async () => {
  await end(false)
  accept(someGrant('old'))
})
afterEach(() => Authenticator.remove())

function proving(methods: string[], answer: () => Response): { bodies: unknown[] } {
  const seen: { bodies: unknown[] } = { bodies: [] }
  server.use(
    http.post(at('/api/v1/auth/reauthenticate/options'), () =>
      HttpResponse.json({
        methods,
        publicKey: methods.includes('PASSKEY') ? { challenge: 'AQ' } : null,
      }),
    ),
    http.post(at('/api/v1/auth/reauthenticate'), async ({ request }) => {
      seen.bodies.push(await request.json())
      return answer()
    }),
  )
  return seen
}

const renewed: RenewedToken = {
  status: 'AUTHENTICATED',
  accessToken: 'fresh',
  tokenType: 'Bearer',
  expiresIn: 600,
}
const fresh = () => HttpResponse.json(renewed)

it('proves by the password', async () => {
  const seen = proving(['PASSWORD', 'TOTP'], fresh)
  const proved = askForProof()
  render(<StepUpDialog />)
  await user.type(await screen.findByLabelText('Password'), 'four calm whales{Enter}')
  expect(await proved).toBe(true)
  expect(currentToken()).toBe('fresh')
  expect(useSession.getState()).toMatchObject({ phase: 'signed-in', user: someGrant().user })
  expect(seen.bodies).toEqual([{ password: 'four calm whales' }])
})

it('proves by a code after choosing that way; a wrong one may be mended', async () => {
  let tries = 0
  const seen = proving(['PASSWORD', 'TOTP'], () => {
    tries += 1
    return tries === 1 ? problem(401, 'invalid-code') : fresh()
  })
  const proved = askForProof()
  render(<StepUpDialog />)
  await user.click(await screen.findByRole('button', { name: /authenticator app/ }))
  expect(screen.getByLabelText('Code')).toHaveFocus()
  await user.keyboard('111111{Enter}')
  expect(await screen.findByRole('alert')).toHaveTextContent('does not match')
  await user.type(screen.getByLabelText('Code'), '222222{Enter}')
  expect(await proved).toBe(true)
  expect(seen.bodies).toEqual([
    { method: 'TOTP', code: '111111' },
    { method: 'TOTP', code: '222222' },
  ])
})

it('proves by a passkey', async () => {
  Authenticator.install()
  const seen = proving(['PASSKEY'], fresh)
  const proved = askForProof()
  render(<StepUpDialog />)
  await user.click(await screen.findByRole('button', { name: 'Use my passkey' }))
  expect(await proved).toBe(true)
  expect(seen.bodies).toMatchObject([{ credential: { id: 'cred-1' } }])
})

it('offers nothing else than what proves a sign-in again', async () => {
  proving(['PASSWORD', 'SMS', 'BACKUP_CODE'], fresh)
  render(<StepUpDialog />)
  expect(await screen.findByLabelText('Password')).toBeVisible()
  expect(screen.queryByRole('button', { name: /text message|Backup code/ })).toBeNull()
})

it('can be left', async () => {
  proving(['PASSWORD'], fresh)
  const proved = askForProof()
  render(<StepUpDialog />)
  await user.click(screen.getByRole('button', { name: 'Not now' }))
  expect(await proved).toBe(false)
})

it('keeps an account that was going to be erased', async () => {
  let cancelled = 0
  server.use(
    http.post(at('/api/v1/users/me/erasure/cancel'), () => {
      cancelled += 1
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const erasure = { id: 'e1', dueAt: '2026-11-30T10:00:00Z' }
  useSession.setState({ erasure })
  render(<ErasureOffer erasure={erasure} />)
  expect(screen.getByText(/Monday, November 30 at 11:00/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Keep my account' }))
  await waitFor(() => expect(useSession.getState().erasure).toBeNull())
  expect(cancelled).toBe(1)
})
