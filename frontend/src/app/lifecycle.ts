import { call } from '@/shared/api/client'
import { currentSessionId, end, useSession } from '@/shared/auth/session'
import type { Phase } from '@/shared/auth/session'
import { clearFocus, refreshFocus } from '@/shared/focus/focusStore'
import { changeLanguage, languageOf } from '@/shared/i18n/i18n'
import { applyLooks } from '@/shared/lib/looks'
import { showTimesIn } from '@/shared/lib/time'
import { forgetUnread, refreshUnread } from '@/shared/notifications/unread'
import { onEvent } from '@/shared/realtime/events'
import { startRealtime, stopRealtime, useRealtime } from '@/shared/realtime/realtime'
import { clearDue } from '@/shared/reminders/due'
import { clearCaptures, readCaptures, sendCaptures } from '@/shared/tasks/captures'
import { clearTasks, openTasks, refreshTasks } from '@/shared/tasks/taskStore'

/** Starts and stops what lives as long as a session, and catches up after every gap. */
export function keepInStep(): void {
  let phase: Phase = useSession.getState().phase
  useSession.subscribe((session) => {
    if (session.phase === phase) return
    phase = session.phase
    if (phase === 'signed-in') void arrive()
    else if (phase === 'offline') void openKept()
    else if (phase === 'signed-out') void leave()
  })

  let opened = useRealtime.getState().opened
  useRealtime.subscribe((realtime) => {
    if (realtime.opened === opened) return
    opened = realtime.opened
    if (opened > 1) void catchUp()
  })

  onEvent('session.ended', ({ sessionId }) => {
    if (sessionId === currentSessionId()) void end(true)
  })
  onEvent('notification', () => void refreshUnread())
  globalThis.addEventListener('online', () => {
    if (useSession.getState().phase === 'signed-in') void catchUp()
  })
}

async function openKept(): Promise<void> {
  showTimesIn(useSession.getState().user?.timeZone)
  await Promise.all([openTasks(), readCaptures()])
}

async function arrive(): Promise<void> {
  await openKept()
  await Promise.all([startRealtime(), applyPreferences(), catchUp()])
}

async function catchUp(): Promise<void> {
  await Promise.all([sendCaptures(), refreshTasks(), refreshFocus(), refreshUnread()])
}

async function leave(): Promise<void> {
  clearTasks()
  clearCaptures()
  clearFocus()
  clearDue()
  forgetUnread()
  await Promise.all([stopRealtime(), stopPushes().catch(() => undefined)])
}

/** What is told to one person is not shown to the next on this device. */
async function stopPushes(): Promise<void> {
  const { forgetThisDevice } = await import('@/features/notifications/push')
  await forgetThisDevice()
}

async function applyPreferences(): Promise<void> {
  const preferences = await call('get', '/api/v1/users/me/preferences').catch(() => null)
  if (preferences === null) return
  showTimesIn(preferences.timeZone)
  applyLooks(preferences)
  const language = languageOf(preferences.locale)
  if (language !== null) await changeLanguage(language)
}
