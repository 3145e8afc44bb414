import { create } from 'zustand'

import { authorizeRequestsWith, call } from '@/shared/api/client'
import { toProblem } from '@/shared/api/errors'
import type { RenewedToken, ScheduledErasure, TokenGrant, User } from '@/shared/api/types'
import { exclusively } from '@/shared/lib/locks'
import { forgetEverything } from '@/shared/offline/database'
import { loadPerson, savePerson } from '@/shared/offline/snapshot'

import { askForProof, endProof } from './stepUp'

/**
 * `offline`: the person was signed in here before, and the service cannot be reached to say whether
 * they still are; what this device kept may be shown.
 */
export type Phase = 'starting' | 'signed-in' | 'signed-out' | 'offline'

interface SessionState {
  phase: Phase
  user: User | null
  /** True when the session ended from elsewhere, so that the sign-in page says why. */
  endedElsewhere: boolean
  /** Whether somebody was signed in here before; what they looked at is not the next one's. */
  left: boolean
  /** Set by a sign-in to an account that is going to be erased, until it was answered. */
  erasure: ScheduledErasure | null
}

type Notice = { type: 'granted'; grant: TokenGrant } | { type: 'ended' }

const RENEW_BEFORE_SECONDS = 60

export const useSession = create<SessionState>(() => ({
  phase: 'starting',
  user: null,
  endedElsewhere: false,
  left: false,
  erasure: null,
}))

/** Other tabs of this browser; tokens stay in the tabs' memory. */
const tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('assistant.session') : null
let accessToken: string | null = null
let grants = 0
let renewal: ReturnType<typeof setTimeout> | undefined
let renewing: Promise<boolean> | null = null
const tokenListeners = new Set<() => void>()

/** Calls the listener whenever there is a new access token. */
export function onNewToken(listener: () => void): () => void {
  tokenListeners.add(listener)
  return () => tokenListeners.delete(listener)
}

export function currentToken(): string | null {
  return accessToken
}

/** What an access token says, unchecked: only the services can check it. */
export function claimsOf(token: string | null): Record<string, unknown> {
  const payload = token?.split('.')[1]
  if (payload === undefined) return {}
  try {
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')))
    return typeof claims === 'object' && claims !== null ? { ...claims } : {}
  } catch {
    return {}
  }
}

/** The id of this session: the token's `sid` claim. */
export function currentSessionId(): string | null {
  const { sid } = claimsOf(accessToken)
  return typeof sid === 'string' ? sid : null
}

/** Takes the tokens of a sign-in; the refresh token is in a cookie that scripts cannot read. */
export function accept(grant: TokenGrant): void {
  take(grant)
  tabs?.postMessage({ type: 'granted', grant } satisfies Notice)
}

/** Takes the token that a proof of who is here brought: of the same session, so of the same person. */
export function acceptProof(token: RenewedToken): void {
  const { user } = useSession.getState()
  if (user !== null) accept({ ...token, user })
}

/** Takes the tokens of somebody who has just signed in, and what they have to know first. */
export function arrive(grant: TokenGrant): void {
  useSession.setState({ erasure: grant.erasure ?? null })
  accept(grant)
}

function take(grant: TokenGrant): void {
  accessToken = grant.accessToken
  grants += 1
  clearTimeout(renewal)
  const seconds = Math.max(5, grant.expiresIn - RENEW_BEFORE_SECONDS)
  renewal = setTimeout(() => void renew(), seconds * 1000)
  useSession.setState({ phase: 'signed-in', user: grant.user, endedElsewhere: false })
  void savePerson(grant.user)
  for (const listener of tokenListeners) listener()
}

/** Gets a new access token: once, however many ask, in this tab and in the others. */
export function renew(): Promise<boolean> {
  const seen = grants
  renewing ??= exclusively('assistant.renewal', async () => {
    // Another tab may have renewed while this one waited for its turn.
    if (grants > seen) return true
    try {
      accept(await call('post', '/api/v1/auth/refresh', { anonymous: true }))
      return true
    } catch (error) {
      const { status } = toProblem(error)
      if (status === 401 || status === 403) await end(useSession.getState().phase === 'signed-in')
      return false
    }
  }).finally(() => {
    renewing = null
  })
  return renewing
}

/** Finds out on load who is here: by the cookie, else by what this device kept. */
export async function start(): Promise<void> {
  if ((await renew()) || useSession.getState().phase !== 'starting') return
  const person = await loadPerson().catch(() => null)
  useSession.setState(
    person === null ? { phase: 'signed-out' } : { phase: 'offline', user: person },
  )
}

/** Leaves this device's session and everything it kept, here and in the other tabs. */
export async function end(elsewhere: boolean): Promise<void> {
  tabs?.postMessage({ type: 'ended' } satisfies Notice)
  await forget(elsewhere)
}

export async function signOut(): Promise<void> {
  await call('post', '/api/v1/auth/logout').catch(() => undefined)
  await end(false)
}

async function forget(elsewhere: boolean): Promise<void> {
  accessToken = null
  clearTimeout(renewal)
  endProof(false)
  useSession.setState({
    phase: 'signed-out',
    user: null,
    endedElsewhere: elsewhere,
    left: true,
    erasure: null,
  })
  await forgetEverything().catch(() => undefined)
}

authorizeRequestsWith({ token: currentToken, renew, stepUp: askForProof })

tabs?.addEventListener('message', (event: MessageEvent<Notice>) => {
  const notice = event.data
  const { user } = useSession.getState()
  if (notice.type === 'ended') void forget(false)
  else if (user !== null && user.id !== notice.grant.user.id) location.reload()
  else take(notice.grant)
})

globalThis.addEventListener('online', () => {
  if (useSession.getState().phase === 'offline') void renew()
})
