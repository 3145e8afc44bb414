import { accept } from '@/shared/auth/session'

import { someGrant } from './fixtures'

/** Signs in somebody whose token has the permissions. */
export function signInWith(...permissions: string[]): void {
  const claims = btoa(JSON.stringify({ sid: 's-1', permissions })).replaceAll('=', '')
  accept(someGrant(`e30.${claims}.sig`))
}

/** A list's only page, or the first of more. */
export function pageOf(items: object[], nextCursor: string | null = null): object {
  return { items, nextCursor }
}
