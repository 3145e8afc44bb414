import { call } from '@/shared/api/client'
import type { PhoneNumber, Preferences } from '@/shared/api/types'

export function readPreferences(): Promise<Preferences> {
  return call('get', '/api/v1/users/me/preferences')
}

export function savePreferences({ version, ...body }: Preferences): Promise<Preferences> {
  return call('put', '/api/v1/users/me/preferences', { body, ifMatch: version })
}

export async function readPhones(): Promise<PhoneNumber[]> {
  return (await call('get', '/api/v1/users/me/phone-numbers')).items
}

/** Adds the number, or sends another code when it is there already. */
export function addPhone(number: string): Promise<PhoneNumber> {
  return call('post', '/api/v1/users/me/phone-numbers', { body: { number } })
}

export function verifyPhone(id: string, code: string): Promise<PhoneNumber> {
  const path = { id }
  return call('post', '/api/v1/users/me/phone-numbers/{id}/verify', { path, body: { code } })
}

/** Texts and codes go to this number first. */
export async function makePrimary(id: string): Promise<void> {
  await call('post', '/api/v1/users/me/phone-numbers/{id}/primary', { path: { id } })
}

export async function removePhone(id: string): Promise<void> {
  await call('delete', '/api/v1/users/me/phone-numbers/{id}', { path: { id } })
}
