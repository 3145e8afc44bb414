import { useSyncExternalStore } from 'react'

import { claimsOf, currentToken, onNewToken } from './session'

interface Permissions {
  may: (permission: string) => boolean
  /** Whether there is anything for this person in the administration. */
  administers: boolean
}

/** What the pages of the administration are about; each needs `:read`. */
const pages = ['users', 'roles', 'audit', 'threats', 'privacy']

/** What the token allows. Only hides what would be refused anyway: the services decide. */
export function usePermissions(): Permissions {
  const { permissions } = claimsOf(useSyncExternalStore(onNewToken, currentToken))
  const known = new Set<unknown>(Array.isArray(permissions) ? permissions : [])
  const may = (permission: string): boolean => known.has(permission)
  return { may, administers: pages.some((it) => may(`${it}:read`)) }
}
