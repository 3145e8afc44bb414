import { call } from '@/shared/api/client'
import type { Factor, LoginAnswer, RenewedToken, SmsSent, TokenGrant } from '@/shared/api/types'
import { language } from '@/shared/i18n/i18n'
import { deviceName } from '@/shared/lib/device'
import { PasskeyProblem } from '@/shared/lib/passkeyProblem'
import { deviceTimeZone } from '@/shared/lib/time'
import { signWithPasskey } from '@/shared/lib/webauthn'

/** A factor that is answered by typing a code. */
export type CodeFactor = Exclude<Factor, 'PASSKEY'>

export interface NewAccount {
  displayName: string
  email: string
  password: string
}

export async function register(account: NewAccount): Promise<void> {
  await call('post', '/api/v1/auth/register', {
    anonymous: true,
    body: { ...account, locale: language(), timeZone: deviceTimeZone() },
  })
}

export function signIn(email: string, password: string): Promise<LoginAnswer> {
  return call('post', '/api/v1/auth/login', {
    anonymous: true,
    body: { email, password, deviceName: deviceName() },
  })
}

export async function resendMail(email: string): Promise<void> {
  await call('post', '/api/v1/auth/email/verify/resend', {
    anonymous: true,
    body: { email },
  })
}

const presented = new Map<string, Promise<unknown>>()

/** Confirms the address; a token is presented once, however often the page renders. */
export async function verifyEmail(token: string): Promise<void> {
  await once(token, () =>
    call('post', '/api/v1/auth/email/verify', { anonymous: true, body: { token } }),
  )
}

export async function confirmNewEmail(token: string): Promise<void> {
  await once(token, () =>
    call('post', '/api/v1/auth/email/change/confirm', { anonymous: true, body: { token } }),
  )
}

function once(token: string, present: () => Promise<unknown>): Promise<unknown> {
  const running = presented.get(token) ?? present()
  presented.set(token, running)
  return running
}

export async function askForReset(email: string): Promise<void> {
  await call('post', '/api/v1/auth/password/forgot', { anonymous: true, body: { email } })
}

export async function resetPassword(token: string, newPassword: string): Promise<void> {
  const body = { token, newPassword }
  await call('post', '/api/v1/auth/password/reset', { anonymous: true, body })
}

/** Signs in by a passkey alone; `conditional` waits in the browser's suggestions. */
export async function signInByPasskey(
  asking: { conditional?: boolean; signal?: AbortSignal } = {},
): Promise<TokenGrant> {
  const { challengeId, publicKey } = await call('post', '/api/v1/auth/passkeys/login/options', {
    anonymous: true,
  })
  const credential = await signWithPasskey(publicKey, asking)
  return call('post', '/api/v1/auth/passkeys/login', {
    anonymous: true,
    body: { challengeId, credential, deviceName: deviceName() },
  })
}

export function answerByCode(
  id: string,
  method: CodeFactor,
  code: string,
  trustDevice: boolean,
): Promise<TokenGrant> {
  const body = { method, code, trustDevice }
  return call('post', '/api/v1/auth/mfa/challenges/{id}', { anonymous: true, path: { id }, body })
}

export async function answerByPasskey(id: string, trustDevice: boolean): Promise<TokenGrant> {
  const { publicKey } = await call('post', '/api/v1/auth/mfa/challenges/{id}/passkey', {
    anonymous: true,
    path: { id },
  })
  const body = {
    method: 'PASSKEY' as const,
    credential: await signWithPasskey(publicKey),
    trustDevice,
  }
  return call('post', '/api/v1/auth/mfa/challenges/{id}', { anonymous: true, path: { id }, body })
}

export function sendChallengeSms(id: string): Promise<SmsSent> {
  return call('post', '/api/v1/auth/mfa/challenges/{id}/sms', { anonymous: true, path: { id } })
}

/** What proves again who one is, the easiest first; auth's document calls them only texts. */
const proofs = ['PASSWORD', 'PASSKEY', 'TOTP'] as const

export type Proof = (typeof proofs)[number]

export async function readProofs(): Promise<Proof[]> {
  const { methods } = await call('post', '/api/v1/auth/reauthenticate/options')
  return proofs.filter((it) => methods.includes(it))
}

export function proveByPassword(password: string): Promise<RenewedToken> {
  return call('post', '/api/v1/auth/reauthenticate', { body: { password } })
}

export function proveByCode(code: string): Promise<RenewedToken> {
  return call('post', '/api/v1/auth/reauthenticate', { body: { method: 'TOTP', code } })
}

/** A challenge signs once, so every try asks for a new one. */
export async function proveByPasskey(): Promise<RenewedToken> {
  const { publicKey } = await call('post', '/api/v1/auth/reauthenticate/options')
  if (publicKey == null) throw new PasskeyProblem('impossible')
  return call('post', '/api/v1/auth/reauthenticate', {
    body: { credential: await signWithPasskey(publicKey) },
  })
}

export async function cancelErasure(): Promise<void> {
  await call('post', '/api/v1/users/me/erasure/cancel')
}
