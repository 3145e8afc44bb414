import { useEffect, useState } from 'react'

import type { FocusSession } from '@/shared/api/types'

import { useFocus } from './focusStore'

export interface Passing {
  /** Seconds still to go; where nothing ends by itself, those that went by. */
  seconds: number
  /** How much of the plan went by, from 0 to 1. */
  share: number
  /** True when the figure counts down. */
  down: boolean
}

/** Where a session stands at a moment of the service's clock; while it pauses, its time stands still. */
export function passing(session: FocusSession, now: number): Passing {
  const at = session.pausedAt == null ? now : Date.parse(session.pausedAt)
  const planned = session.plannedMinutes * 60
  if (session.endsAt == null) {
    const gone = Math.max(0, Math.floor((at - Date.parse(session.startedAt)) / 1000))
    return { seconds: gone, share: Math.min(1, gone / planned), down: false }
  }
  const left = Math.max(0, Math.ceil((Date.parse(session.endsAt) - at) / 1000))
  return { seconds: left, share: Math.min(1, Math.max(0, 1 - left / planned)), down: true }
}

const two = (value: number): string => String(value).padStart(2, '0')

/** `4:05`, or `1:02:09` from an hour on. */
export function clockFigure(seconds: number): string {
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  const rest = two(seconds % 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`
}

const SECOND = 1000

/** Where the session stands by the service's clock, second by second. */
export function usePassing(session: FocusSession): Passing {
  const ahead = useFocus((state) => state.aheadMillis)
  const [here, setHere] = useState(() => Date.now())
  const running = session.status === 'RUNNING'
  useEffect(() => {
    const look = (): void => setHere(Date.now())
    look()
    if (!running) return undefined
    const timer = setInterval(look, SECOND)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [running, session])
  return passing(session, here + ahead)
}
