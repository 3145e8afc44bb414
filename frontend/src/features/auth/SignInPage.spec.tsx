import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { MemoryRouter, Route, Routes } from 'react-router'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { end, useSession } from '@/shared/auth/session'
import { Authenticator } from '@/testing/authenticator'
import { someGrant } from '@/testing/fixtures'
import { at, problem, server } from '@/testing/server'

import { ChallengePage } from './ChallengePage'
import { SignInPage } from './SignInPage'

const user = userEvent.setup()

beforeEach(() => end(false))
afterEach(() => Authenticator.remove())

function open(): void {
  render(
    <MemoryRouter initialEntries={['/login']}>
      <Routes>
        <Route path="/login" element={<SignInPage />} />
        <Route path="/login/challenge" element={<ChallengePage />} />
      </Routes>
    </MemoryRouter>,
  )
}

async function fill(): Promise<void> {
  await user.type(screen.getByLabelText('E-mail'), 'nora@example.com')
  await user.type(screen.getByLabelText('Password'), 'four calm blue whales')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
}

function needing(methods: string[], more: object = {}): void {
  server.use(
    http.post(at('/api/v1/auth/login'), () =>
      HttpResponse.json({
        status: 'MFA_REQUIRED',
        challengeId: 'ch-1',
        methods,
        expiresIn: 300,
        ...more,
      }),
    ),
  )
}

function answering(answer: () => Response): { bodies: unknown[] } {
  const seen: { bodies: unknown[] } = { bodies: [] }
  server.use(
    http.post(at('/api/v1/auth/mfa/challenges/ch-1'), async ({ request }) => {
      seen.bodies.push(await request.json())
      return answer()
    }),
  )
  return seen
}

const signedIn = () => waitFor(() => expect(useSession.getState().phase).toBe('signed-in'))

it('offers only what the person has, and signs in by a code of the app', async () => {
  needing(['TOTP', 'BACKUP_CODE'])
  const seen = answering(() => HttpResponse.json(someGrant()))
  open()
  await fill()
  await user.type(await screen.findByLabelText('Code'), '123 456')
  expect(screen.getByRole('button', { name: 'Backup code' })).toBeVisible()
  expect(screen.queryByRole('button', { name: /text message/ })).toBeNull()
  await user.click(screen.getByRole('checkbox', { name: /Do not ask on this device/ }))
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  await signedIn()
  expect(seen.bodies).toEqual([{ method: 'TOTP', code: '123456', trustDevice: true }])
})

it('says how many tries are left, and goes back when there are none', async () => {
  needing(['TOTP'])
  let left = 2
  answering(() => {
    left -= 1
    return problem(401, 'invalid-code', { attemptsLeft: left })
  })
  open()
  await fill()
  await user.type(await screen.findByLabelText('Code'), '000000{Enter}')
  expect(await screen.findByRole('alert')).toHaveTextContent('does not match')
  expect(screen.getByRole('alert')).toHaveTextContent('1 try left.')
  expect(screen.getByLabelText('Code')).toHaveValue('')
  await user.type(screen.getByLabelText('Code'), '000000{Enter}')
  expect(await screen.findByText(/Several codes did not match/)).toBeVisible()
  expect(screen.getByLabelText('E-mail')).toHaveValue('nora@example.com')
})

it('goes back when the challenge has ended', async () => {
  needing(['BACKUP_CODE'])
  answering(() => problem(410, 'challenge-ended'))
  open()
  await fill()
  await user.type(await screen.findByLabelText('Backup code'), 'abcd-efgh{Enter}')
  expect(await screen.findByText(/it took too long, or several/)).toBeVisible()
})

it('goes back by itself when the time is over', async () => {
  needing(['TOTP'], { expiresIn: 0 })
  open()
  await fill()
  expect(await screen.findByText(/Five minutes went by/)).toBeVisible()
})

it('sends a code by text message when asked to, another one only after a while', async () => {
  needing(['SMS'], { smsTo: '••• 34' })
  let sent = 0
  server.use(
    http.post(at('/api/v1/auth/mfa/challenges/ch-1/sms'), () => {
      sent += 1
      return HttpResponse.json({ expiresIn: 600, resendAfter: 1 }, { status: 202 })
    }),
  )
  const seen = answering(() => HttpResponse.json(someGrant()))
  open()
  await fill()
  expect(await screen.findByText('We send a code to ••• 34.')).toBeVisible()
  expect(screen.queryByLabelText('Code')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Send the code' }))
  expect(await screen.findByRole('button', { name: 'Another code in 1 s' })).toBeDisabled()
  const again = await screen.findByRole('button', { name: 'Send another code' }, { timeout: 3000 })
  await user.click(again)
  await waitFor(() => expect(sent).toBe(2))
  await user.type(screen.getByLabelText('Code'), '654321{Enter}')
  await signedIn()
  expect(seen.bodies).toEqual([{ method: 'SMS', code: '654321', trustDevice: false }])
})

it('takes a passkey as the second step, and lets one try again', async () => {
  const authenticator = Authenticator.install()
  authenticator.refusal = new DOMException('', 'NotAllowedError')
  needing(['PASSKEY', 'TOTP'])
  server.use(
    http.post(at('/api/v1/auth/mfa/challenges/ch-1/passkey'), () =>
      HttpResponse.json({ publicKey: { challenge: 'AQ' } }),
    ),
  )
  const seen = answering(() => HttpResponse.json(someGrant()))
  open()
  await fill()
  const use = await screen.findByRole('button', { name: 'Use my passkey' })
  await user.click(use)
  expect(await screen.findByText(/No passkey was used/)).toBeVisible()
  await user.click(use)
  await signedIn()
  expect(seen.bodies).toEqual([
    {
      method: 'PASSKEY',
      credential: expect.objectContaining({ id: 'cred-1' }),
      trustDevice: false,
    },
  ])
})

it('does not offer a passkey where the browser has none', async () => {
  needing(['PASSKEY', 'TOTP'])
  open()
  expect(screen.queryByRole('button', { name: 'Sign in with a passkey' })).toBeNull()
  await fill()
  expect(await screen.findByLabelText('Code')).toBeVisible()
  expect(screen.queryByRole('button', { name: /[Pp]asskey/ })).toBeNull()
})

function once(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve())
  })
}

function passwordless(): { bodies: unknown[]; options: number } {
  const seen: { bodies: unknown[]; options: number } = { bodies: [], options: 0 }
  server.use(
    http.post(at('/api/v1/auth/passkeys/login/options'), () => {
      seen.options += 1
      return HttpResponse.json({ challengeId: 'pk-1', publicKey: { challenge: 'AQ' } })
    }),
    http.post(at('/api/v1/auth/passkeys/login'), async ({ request }) => {
      seen.bodies.push(await request.json())
      return HttpResponse.json(someGrant())
    }),
  )
  return seen
}

it('signs in by a passkey without a password', async () => {
  Authenticator.install()
  const seen = passwordless()
  open()
  await user.click(screen.getByRole('button', { name: 'Sign in with a passkey' }))
  await signedIn()
  expect(seen.bodies).toMatchObject([{ challengeId: 'pk-1', credential: { id: 'cred-1' } }])
})

it('signs in by the passkey that is picked among the suggestions', async () => {
  const authenticator = Authenticator.install({ conditional: true })
  const seen = passwordless()
  open()
  expect(screen.getByLabelText('E-mail')).toHaveAttribute('autocomplete', 'username webauthn')
  await waitFor(() => expect(authenticator.pick).not.toBeNull())
  authenticator.pick?.()
  await signedIn()
  expect(seen.bodies).toHaveLength(1)
})

it('takes the suggestions back when the button is used', async () => {
  const authenticator = Authenticator.install({ conditional: true })
  passwordless()
  open()
  await waitFor(() => expect(authenticator.signed).toHaveLength(1))
  await user.click(screen.getByRole('button', { name: 'Sign in with a passkey' }))
  await signedIn()
  expect(authenticator.signed[0]?.signal?.aborted).toBe(true)
  expect(screen.queryByText(/No passkey was used/)).toBeNull()
})

it('uses the passkey that was picked just before the button', async () => {
  const authenticator = Authenticator.install({ conditional: true })
  const seen = passwordless()
  const released = new AbortController()
  server.use(
    http.post(at('/api/v1/auth/passkeys/login'), async ({ request }) => {
      seen.bodies.push(await request.json())
      await once(released.signal)
      return HttpResponse.json(someGrant())
    }),
  )
  open()
  await waitFor(() => expect(authenticator.pick).not.toBeNull())
  authenticator.pick?.()
  await waitFor(() => expect(seen.bodies).toHaveLength(1))
  await user.click(screen.getByRole('button', { name: 'Sign in with a passkey' }))
  released.abort()
  await signedIn()
  expect(seen.bodies).toHaveLength(1)
})

it('says calmly that an account is suspended', async () => {
  server.use(http.post(at('/api/v1/auth/login'), () => problem(403, 'account-suspended')))
  open()
  await fill()
  expect(await screen.findByText(/This account is paused/)).toBeVisible()
})

it('offers another mail to whoever may not have confirmed yet', async () => {
  server.use(http.post(at('/api/v1/auth/login'), () => problem(401, 'invalid-credentials')))
  open()
  await fill()
  expect(await screen.findByRole('link', { name: 'Send the confirmation again' })).toHaveAttribute(
    'href',
    '/verify',
  )
})

it('keeps what a sign-in says about an erasure', async () => {
  const erasure = { id: 'e1', dueAt: '2026-11-30T10:00:00Z' }
  server.use(
    http.post(at('/api/v1/auth/login'), () => HttpResponse.json({ ...someGrant(), erasure })),
  )
  open()
  await fill()
  await waitFor(() => expect(useSession.getState().erasure).toEqual(erasure))
})
