import { useSyncExternalStore } from 'react'

import { claimsOf, currentToken, onNewToken } from './session'

/** What the pages of the administration need, in the order in which they are offered. */
export const administration = [
  'users:read',
  'roles:read',
  'audit:read',
  'threats:read',
  'privacy:read',
] as const

interface Permissions {
  may: (permission: string) => boolean
  /** Whether there is anything for this person in the administration. */
  administers: boolean
}

/** What the token allows. Only hides what would be refused anyway: the services decide. */
export function usePermissions(): Permissions {
  const { permissions } = claimsOf(useSyncExternalStore(onNewToken, currentToken))
  const known = new Set<unknown>(Array.isArray(permissions) ? permissions : [])
  const may = (permission: string): boolean => known.has(permission)
  return { may, administers: administration.some(may) }
}
