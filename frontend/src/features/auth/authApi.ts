import { call } from '@/shared/api/client'
import type { TokenGrant } from '@/shared/api/types'
import { language } from '@/shared/i18n/i18n'
import { deviceTimeZone } from '@/shared/lib/time'

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

export function signIn(email: string, password: string): Promise<TokenGrant> {
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

const verifications = new Map<string, Promise<unknown>>()

/** Confirms the address; a token is presented once, however often the page renders. */
export async function verifyEmail(token: string): Promise<void> {
  const known = verifications.get(token)
  const running =
    known ?? call('post', '/api/v1/auth/email/verify', { anonymous: true, body: { token } })
  verifications.set(token, running)
  await running
}

/** What to call this device in the list of devices: `Chrome · Linux`. */
function deviceName(): string {
  const agent = navigator.userAgent
  const browser = /Edg\//.test(agent)
    ? 'Edge'
    : /Firefox\//.test(agent)
      ? 'Firefox'
      : /Chrome\//.test(agent)
        ? 'Chrome'
        : /Safari\//.test(agent)
          ? 'Safari'
          : 'Browser'
  const system = /Android|iPhone|iPad|Windows|Mac OS X|CrOS|Linux/.exec(agent)?.[0] ?? ''
  return [browser, system.replace('Mac OS X', 'Mac')].filter((it) => it !== '').join(' · ')
}
