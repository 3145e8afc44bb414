import { useEffect, useState } from 'react'
import { Link } from 'react-router'

import type { Problem } from '@/shared/api/errors'
import type { FocusSession } from '@/shared/api/types'
import {
  answerCheckIn,
  endFocus,
  extendFocus,
  pauseFocus,
  resumeFocus,
} from '@/shared/focus/focusApi'
import { act, refreshFocus, useFocus, wishParking } from '@/shared/focus/focusStore'
import { clockFigure, usePassing } from '@/shared/focus/passing'
import { useText } from '@/shared/i18n/i18n'
import type { FocusMoment } from '@/shared/realtime/events'
import { useTasks } from '@/shared/tasks/taskStore'
import { Button, IconButton } from '@/shared/ui/Button'
import { TimeRing } from '@/shared/ui/TimeRing'

interface Props {
  session: FocusSession
  checkIn: FocusMoment | null
}

const EXTENSION = 5
const PATIENCE_MILLIS = 3_000

/** What runs, how much of it is left, and what can be done with it, above every page. */
export function FocusBar({ session, checkIn }: Props) {
  const t = useText()
  const { id, mode, taskId } = session
  const title = useTasks((state) => (taskId == null ? undefined : state.tasks[taskId]?.title))
  const { seconds, share, down } = usePassing(session)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const paused = session.status === 'PAUSED'
  useLookAfterEnd(down && seconds === 0 && !paused)
  const ask = async (work: () => Promise<FocusSession>): Promise<void> => {
    setBusy(true)
    setProblem(await act(work))
    setBusy(false)
  }
  return (
    <section aria-label={t('focus.bar')} className="border-b border-line bg-surface">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5 sm:px-4">
        <Link
          to="/focus"
          className="flex min-h-11 min-w-0 flex-1 basis-32 items-center gap-3 rounded-xl"
        >
          <TimeRing share={share} />
          <span className="min-w-0">
            <span className="block truncate font-medium">{title ?? t(`focus.mode.${mode}`)}</span>
            <span role="timer" className="block text-sm text-soft tabular-nums">
              {t(down ? 'focus.left' : 'focus.gone', { time: clockFigure(seconds) })}
              {paused && ` · ${t('focus.paused')}`}
            </span>
          </span>
        </Link>
        <span className="flex flex-wrap items-center">
          <IconButton icon="edit" label={t('focus.park')} onClick={wishParking} />
          {down && (
            <IconButton
              icon="plus"
              label={t('focus.extend')}
              disabled={busy}
              onClick={() => void ask(() => extendFocus(id, EXTENSION))}
            />
          )}
          <IconButton
            icon={paused ? 'play' : 'pause'}
            label={t(paused ? 'focus.resume' : 'focus.pause')}
            disabled={busy}
            onClick={() => void ask(() => (paused ? resumeFocus(id) : pauseFocus(id)))}
          />
          <Button look="accent" disabled={busy} onClick={() => void ask(() => endFocus(id))}>
            {t('focus.stop')}
          </Button>
        </span>
      </div>
      {problem !== null && (
        <p role="alert" className="px-4 pb-2 text-sm text-wait">
          {problem.message}
        </p>
      )}
      <div aria-live="polite">
        {checkIn !== null && (
          <CheckInLine id={id} moment={checkIn} onAnswer={(work) => void ask(work)} />
        )}
      </div>
    </section>
  )
}

/** The service ends what is over; where its word was lost, it is asked. */
function useLookAfterEnd(over: boolean): void {
  useEffect(() => {
    if (!over) return undefined
    const timer = setInterval(() => void refreshFocus(), PATIENCE_MILLIS)
    return () => clearInterval(timer)
  }, [over])
}

const close = (): void => useFocus.setState({ checkIn: null })

interface CheckInProps {
  id: string
  moment: FocusMoment
  onAnswer: (work: () => Promise<FocusSession>) => void
}

function CheckInLine({ id, moment, onAnswer }: CheckInProps) {
  const t = useText()
  const still = (): void => {
    close()
    onAnswer(() => answerCheckIn(id))
  }
  return (
    <div className="flex animate-rise flex-wrap items-center gap-x-3 gap-y-1 bg-accent-soft px-4 py-1.5">
      <p className="min-w-0 flex-1 basis-56">{t(`focus.ask.${moment}`)}</p>
      <span className="flex flex-wrap gap-1">
        {moment === 'START' ? (
          <IconButton icon="close" label={t('common.dismiss')} onClick={close} />
        ) : (
          <>
            <Button look="accent" onClick={still}>
              {t('focus.still')}
            </Button>
            <Button
              look="quiet"
              onClick={() => {
                close()
                wishParking()
              }}
            >
              {t('focus.elsewhere')}
            </Button>
          </>
        )}
      </span>
    </div>
  )
}
