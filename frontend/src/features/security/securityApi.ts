import { call } from '@/shared/api/client'
import type { Factors, Page, Passkey, SecurityEntry, Threat, TotpSetUp } from '@/shared/api/types'
import { PasskeyProblem } from '@/shared/lib/passkeyProblem'
import { createPasskey } from '@/shared/lib/webauthn'

export function readFactors(): Promise<Factors> {
  return call('get', '/api/v1/auth/mfa')
}

export async function changePassword(newPassword: string, endOthers: boolean): Promise<void> {
  await call('post', '/api/v1/auth/password/change', {
    body: { newPassword, endOtherSessions: endOthers },
  })
}

export async function changeEmail(email: string): Promise<void> {
  await call('post', '/api/v1/auth/email/change', { body: { email } })
}

export function startTotp(): Promise<TotpSetUp> {
  return call('post', '/api/v1/auth/mfa/totp')
}

export async function confirmTotp(code: string): Promise<string[] | null> {
  return (
    (await call('post', '/api/v1/auth/mfa/totp/confirm', { body: { code } })).backupCodes ?? null
  )
}

export async function removeTotp(): Promise<void> {
  await call('delete', '/api/v1/auth/mfa/totp')
}

export async function allowSms(): Promise<string[] | null> {
  return (await call('post', '/api/v1/auth/mfa/sms')).backupCodes ?? null
}

export async function refuseSms(): Promise<void> {
  await call('delete', '/api/v1/auth/mfa/sms')
}

export async function newBackupCodes(): Promise<string[]> {
  return (await call('post', '/api/v1/auth/mfa/backup-codes')).backupCodes
}

/** Makes a passkey on this device and registers it; answers backup codes if they are the first. */
export async function addPasskey(name: string): Promise<string[] | null> {
  const { publicKey } = await call('post', '/api/v1/auth/passkeys/options')
  if (publicKey == null) throw new PasskeyProblem('impossible')
  const credential = await createPasskey(publicKey)
  const { backupCodes } = await call('post', '/api/v1/auth/passkeys', {
    body: { name, credential },
  })
  return backupCodes ?? null
}

export function renamePasskey(id: string, name: string): Promise<Passkey> {
  return call('patch', '/api/v1/auth/passkeys/{id}', { path: { id }, body: { name } })
}

export async function removePasskey(id: string): Promise<void> {
  await call('delete', '/api/v1/auth/passkeys/{id}', { path: { id } })
}

export async function forgetDevice(id: string): Promise<void> {
  await call('delete', '/api/v1/auth/mfa/trusted-devices/{id}', { path: { id } })
}

export async function forgetDevices(): Promise<void> {
  await call('delete', '/api/v1/auth/mfa/trusted-devices')
}

export async function endOtherSessions(): Promise<void> {
  await call('delete', '/api/v1/sessions', { query: { except: 'current' } })
}

export function readHistory(cursor?: string): Promise<Page<SecurityEntry>> {
  return call('get', '/api/v1/security-events', { query: { cursor } })
}

export async function readThreats(): Promise<Threat[]> {
  const { items } = await call('get', '/api/v1/threats')
  return items.filter((it) => it.status === 'OPEN')
}

export async function dismissThreat(id: string): Promise<void> {
  await call('post', '/api/v1/threats/{id}/dismiss', { path: { id } })
}
