import { create } from 'zustand'

import { toProblem } from '@/shared/api/errors'
import type { Problem } from '@/shared/api/errors'
import type { FocusSession, NewFocus } from '@/shared/api/types'
import type { FocusMoment } from '@/shared/realtime/events'
import { onEvent } from '@/shared/realtime/events'

import { beginFocus, listFocus } from './focusApi'

interface FocusState {
  /** The open session; one at a time is open, on every device the same. */
  current: FocusSession | null
  /** The session that has just ended, until the person has seen it. */
  ended: FocusSession | null
  /** What the service asked, as somebody beside the person would. */
  checkIn: FocusMoment | null
  /** How far the service's clock is ahead of this device's. */
  aheadMillis: number
  /** Set while somebody chooses how to focus; the task may be chosen already. */
  wish: { taskId: string | null } | null
  /** True while a thought is being parked. */
  parking: boolean
}

const nothing: FocusState = {
  current: null,
  ended: null,
  checkIn: null,
  aheadMillis: 0,
  wish: null,
  parking: false,
}

export const useFocus = create<FocusState>(() => nothing)

export function isOpen(session: FocusSession): boolean {
  return session.status === 'RUNNING' || session.status === 'PAUSED'
}

export function clearFocus(): void {
  latest = 0
  useFocus.setState(nothing)
}

/** Opens the choice of how to focus, unless somebody does already. */
export function wishFocus(taskId: string | null = null): void {
  if (useFocus.getState().current === null) useFocus.setState({ wish: { taskId } })
}

/** Opens the field for a thought that has to wait; false when nothing runs that it could disturb. */
export function wishParking(): boolean {
  const { current } = useFocus.getState()
  if (current === null) return false
  useFocus.setState({ parking: true })
  return true
}

/** Reads what runs; safe to call at any time. */
export async function refreshFocus(): Promise<void> {
  const answer = await listFocus(undefined, 1).catch(() => null)
  if (answer === null) return
  if (answer.current != null) take(answer.current)
  else useFocus.setState({ current: null, checkIn: null, parking: false })
}

/** Begins; where one runs already, on another device perhaps, that one is shown. */
export async function startFocus(wish: NewFocus): Promise<Problem | null> {
  const problem = await act(() => beginFocus(wish))
  if (problem?.code === 'focus-session-running') await refreshFocus()
  return problem
}

/** Does something with the session, and shows what the service makes of it. */
export async function act(work: () => Promise<FocusSession>): Promise<Problem | null> {
  try {
    take(await work())
    return null
  } catch (error) {
    const problem = toProblem(error)
    if (problem.code === 'focus-session-over' || problem.status === 404) await refreshFocus()
    return problem
  }
}

/** An answer is of this moment, so it also tells the time. */
function take(session: FocusSession): void {
  useFocus.setState({ aheadMillis: Date.parse(session.serverTime) - Date.now() })
  show(session)
}

let latest = 0

/** What was told before something newer was known must not hide it. */
function show(session: FocusSession): void {
  const asOf = Date.parse(session.serverTime)
  if (asOf < latest) return
  latest = asOf
  if (isOpen(session)) {
    useFocus.setState({ current: session, ended: null, wish: null })
    return
  }
  useFocus.setState(({ current }) =>
    current !== null && current.id !== session.id
      ? {}
      : { current: null, ended: session, checkIn: null, parking: false },
  )
}

onEvent('focus.changed', ({ session }) => show(session))
onEvent('focus.check-in', ({ session, moment }) => {
  show(session)
  if (useFocus.getState().current?.id === session.id) useFocus.setState({ checkIn: moment })
})
