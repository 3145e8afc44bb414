import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import type { Factors, Passkey, TrustedDevice } from '@/shared/api/types'
import { accept, end } from '@/shared/auth/session'
import { Authenticator } from '@/testing/authenticator'
import { someGrant } from '@/testing/fixtures'
import { at, problem, server } from '@/testing/server'

import { SecurityPage } from './SecurityPage'

const user = userEvent.setup()
const CODES = ['aaaa-1111', 'bbbb-2222']

beforeEach(async () => {
  await end(false)
  accept(someGrant())
})
afterEach(() => Authenticator.remove())

const none: Factors = {
  totp: { enabled: false, confirmedAt: null },
  sms: { enabled: false, phoneNumbers: [] },
  backupCodes: { remaining: 0, createdAt: null, few: false },
  passkeys: [],
  trustedDevices: [],
}

const somePasskey: Passkey = {
  id: 'p1',
  name: 'Phone',
  createdAt: '2026-11-20T08:00:00Z',
  lastUsedAt: null,
  backedUp: true,
  transports: ['internal'],
}

/** The service with these factors; what changes is asked of it is kept. */
function having(factors: Partial<Factors> = {}): string[] {
  const done: string[] = []
  const keep = async (request: Request): Promise<void> => {
    const body = await request.text()
    done.push(`${request.method} ${new URL(request.url).pathname.slice(8)} ${body}`.trim())
  }
  const nothing = async ({ request }: { request: Request }): Promise<Response> => {
    await keep(request)
    return new HttpResponse(null, { status: 204 })
  }
  const telling =
    (body: object | null, status = 200) =>
    async ({ request }: { request: Request }): Promise<Response> => {
      await keep(request)
      return body === null
        ? new HttpResponse(null, { status })
        : HttpResponse.json(body, { status })
    }
  server.use(
    http.get(at('/api/v1/auth/mfa'), () => HttpResponse.json({ ...none, ...factors })),
    http.post(
      at('/api/v1/auth/mfa/totp'),
      telling({
        secret: 'JBSWY3DPEHPK3PXP',
        otpauthUri: 'otpauth://totp/x',
        qrCode: 'data:image/png;base64,AA',
      }),
    ),
    http.post(at('/api/v1/auth/mfa/totp/confirm'), telling({ backupCodes: CODES })),
    http.delete(at('/api/v1/auth/mfa/totp'), nothing),
    http.post(at('/api/v1/auth/mfa/sms'), telling({ backupCodes: null })),
    http.delete(at('/api/v1/auth/mfa/sms'), nothing),
    http.post(at('/api/v1/auth/mfa/backup-codes'), telling({ backupCodes: CODES })),
    http.post(at('/api/v1/auth/passkeys/options'), telling({ publicKey: { challenge: 'AQ' } })),
    http.post(
      at('/api/v1/auth/passkeys'),
      telling({ passkey: somePasskey, backupCodes: null }, 201),
    ),
    http.patch(at('/api/v1/auth/passkeys/p1'), telling({ ...somePasskey, name: 'Key ring' })),
    http.delete(at('/api/v1/auth/passkeys/p1'), nothing),
    http.delete(at('/api/v1/auth/mfa/trusted-devices'), nothing),
    http.delete(at('/api/v1/auth/mfa/trusted-devices/d1'), nothing),
    http.post(at('/api/v1/auth/password/change'), nothing),
    http.post(at('/api/v1/auth/email/change'), telling(null, 202)),
    http.delete(at('/api/v1/sessions'), nothing),
  )
  render(
    <MemoryRouter>
      <SecurityPage />
    </MemoryRouter>,
  )
  return done
}

it('sets up the app by picture or key, and shows the backup codes once', async () => {
  const done = having()
  await user.click(await screen.findByRole('button', { name: 'Set up the authenticator app' }))
  expect(await screen.findByAltText(/QR code/)).toHaveAttribute('src', 'data:image/png;base64,AA')
  expect(screen.getByText('JBSWY3DPEHPK3PXP')).toBeVisible()
  await user.type(screen.getByLabelText('Code'), '123456{Enter}')
  const codes = await screen.findByRole('list', { name: 'Backup codes' })
  expect(
    within(codes)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(CODES)
  await user.click(screen.getByRole('button', { name: 'Copy' }))
  expect(await navigator.clipboard.readText()).toBe(CODES.join('\n'))
  const print = vi.spyOn(globalThis, 'print').mockReturnValue()
  await user.click(screen.getByRole('button', { name: 'Print' }))
  expect(print).toHaveBeenCalledOnce()
  await user.click(screen.getByRole('button', { name: 'I have kept them' }))
  expect(screen.queryByText(CODES[0] ?? '')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'End the others' }))
  expect(await screen.findByText('All other sessions have ended.')).toBeVisible()
  expect(done).toEqual([
    'POST auth/mfa/totp',
    'POST auth/mfa/totp/confirm {"code":"123456"}',
    'DELETE sessions',
  ])
})

it('turns the app off', async () => {
  const done = having({ totp: { enabled: true, confirmedAt: '2026-11-20T08:00:00Z' } })
  await user.click(await screen.findByRole('button', { name: 'Turn off the authenticator app' }))
  await waitFor(() => expect(done).toEqual(['DELETE auth/mfa/totp']))
})

it('turns codes by text message on, and says what is missing when there is no phone', async () => {
  const done = having()
  const turnOn = await screen.findByRole('button', { name: 'Turn on codes by text message' })
  server.use(http.post(at('/api/v1/auth/mfa/sms'), () => problem(409, 'phone-not-verified')))
  await user.click(turnOn)
  expect(await screen.findByRole('link', { name: 'Add a number' })).toHaveAttribute(
    'href',
    '/settings',
  )
  server.use(
    http.post(at('/api/v1/auth/mfa/sms'), () => {
      done.push('on')
      return HttpResponse.json({ backupCodes: CODES })
    }),
  )
  await user.click(turnOn)
  expect(await screen.findByRole('list', { name: 'Backup codes' })).toBeVisible()
  expect(done).toEqual(['on'])
})

it('warns when few backup codes are left, and makes new ones', async () => {
  const done = having({
    totp: { enabled: true },
    backupCodes: { remaining: 2, createdAt: '2026-11-20T08:00:00Z', few: true },
  })
  expect(await screen.findByText('2 codes left.')).toBeVisible()
  expect(screen.getByRole('alert')).toHaveTextContent('Few are left')
  await user.click(screen.getByRole('button', { name: 'Make new ones' }))
  expect(await screen.findByRole('list', { name: 'Backup codes' })).toBeVisible()
  expect(done).toEqual(['POST auth/mfa/backup-codes'])
})

it('adds a passkey under a name', async () => {
  const authenticator = Authenticator.install()
  const done = having()
  await user.click(await screen.findByRole('button', { name: 'Add a passkey' }))
  const name = screen.getByLabelText('Name of the passkey')
  await user.clear(name)
  await user.type(name, 'Phone')
  await user.click(screen.getByRole('button', { name: 'Make it on this device' }))
  await waitFor(() => expect(done).toHaveLength(2))
  expect(JSON.parse(done[1]?.slice('POST auth/passkeys '.length) ?? '')).toMatchObject({
    name: 'Phone',
    credential: { id: 'cred-1' },
  })
  expect(authenticator.created).toHaveLength(1)
  expect(await screen.findByRole('button', { name: 'Add a passkey' })).toBeVisible()
})

it('says that this device has a passkey already', async () => {
  Authenticator.install().refusal = new DOMException('', 'InvalidStateError')
  having()
  await user.click(await screen.findByRole('button', { name: 'Add a passkey' }))
  await user.click(screen.getByRole('button', { name: 'Make it on this device' }))
  expect(await screen.findByText(/has a passkey for your account already/)).toBeVisible()
})

it('renames and removes a passkey', async () => {
  const done = having({ passkeys: [somePasskey] })
  await user.click(await screen.findByRole('button', { name: 'Rename “Phone”' }))
  const name = screen.getByLabelText('New name')
  expect(name).toHaveFocus()
  await user.clear(name)
  await user.type(name, 'Key ring{Enter}')
  await waitFor(() => expect(done).toEqual(['PATCH auth/passkeys/p1 {"name":"Key ring"}']))
  await user.click(screen.getByRole('button', { name: 'Remove the passkey “Phone”' }))
  await waitFor(() => expect(done.at(-1)).toBe('DELETE auth/passkeys/p1'))
})

it('forgets devices that are not asked', async () => {
  const device: TrustedDevice = {
    id: 'd1',
    name: 'Chrome · Linux',
    userAgent: null,
    createdAt: '2026-11-20T08:00:00Z',
    expiresAt: '2026-12-20T08:00:00Z',
    current: true,
  }
  const done = having({ trustedDevices: [device, { ...device, id: 'd2', name: 'Phone' }] })
  await user.click(await screen.findByRole('button', { name: 'Ask on “Chrome · Linux” again' }))
  await waitFor(() => expect(done).toEqual(['DELETE auth/mfa/trusted-devices/d1']))
  await user.click(screen.getByRole('button', { name: 'Ask on all of them again' }))
  await waitFor(() => expect(done.at(-1)).toBe('DELETE auth/mfa/trusted-devices'))
})

it('changes the password and ends the other sessions if wished', async () => {
  const done = having()
  await user.type(screen.getByLabelText('New password'), 'five calm blue whales')
  await user.click(screen.getByRole('button', { name: 'Change password' }))
  expect(await screen.findByText('Your password is changed.')).toBeVisible()
  expect(done).toEqual([
    'POST auth/password/change {"newPassword":"five calm blue whales","endOtherSessions":true}',
  ])
  await user.type(screen.getByLabelText('New password'), 'six calm blue whales')
  await user.click(screen.getByRole('checkbox', { name: 'End my other sessions' }))
  await user.click(screen.getByRole('button', { name: 'Change password' }))
  expect(await screen.findByRole('button', { name: 'End the others' })).toBeVisible()
})

it('asks to move to another address', async () => {
  const done = having()
  await user.type(screen.getByLabelText('New e-mail address'), 'new@example.com')
  await user.click(screen.getByRole('button', { name: 'Change address' }))
  expect(await screen.findByText('A link is on its way to new@example.com.')).toBeVisible()
  expect(done).toEqual(['POST auth/email/change {"email":"new@example.com"}'])
})
