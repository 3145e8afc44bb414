import { useState } from 'react'

import type { Problem } from '@/shared/api/errors'
import type { Reminder } from '@/shared/api/types'
import { startFocus, useFocus } from '@/shared/focus/focusStore'
import { useText } from '@/shared/i18n/i18n'
import type { TextKey } from '@/shared/i18n/i18n'
import { Button } from '@/shared/ui/Button'

import { doneReminder, skipReminder, snoozeReminder } from './reminderApi'
import { answer } from './reminderStore'

interface Action {
  label: TextKey
  work: (reminder: Reminder) => Promise<Reminder>
}

const SHORTLY = 10
const LATER = 60
/** So little of it that it can be begun. */
const SMALL = 2

const actions: Action[] = [
  { label: 'reminders.done', work: ({ id }) => doneReminder(id) },
  { label: 'reminders.ten', work: ({ id }) => snoozeReminder(id, SHORTLY) },
  { label: 'reminders.later', work: ({ id }) => snoozeReminder(id, LATER) },
  { label: 'reminders.smaller', work: begin },
  { label: 'reminders.skip', work: ({ id }) => skipReminder(id) },
]

/** Two minutes of it now; the reminder comes again when they are well over. */
async function begin({ id, taskId }: Reminder): Promise<Reminder> {
  const reminder = await snoozeReminder(id, SHORTLY)
  if (useFocus.getState().current === null) {
    await startFocus({ mode: 'COUNTDOWN', plannedMinutes: SMALL, taskId: taskId ?? null })
  }
  return reminder
}

interface Props {
  reminder: Reminder
  /** False where nothing was told yet, so that only Done and Skip make sense. */
  told?: boolean
}

/** The five words that answer a reminder, the same as by text message. */
export function Answers({ reminder, told = true }: Props) {
  const t = useText()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const run = async ({ work }: Action): Promise<void> => {
    setBusy(true)
    setProblem(await answer(() => work(reminder)))
    setBusy(false)
  }
  const shown = told ? actions : actions.filter((_, at) => at === 0 || at === actions.length - 1)
  return (
    <div className="grid gap-1">
      <div className="-ml-2 flex flex-wrap">
        {shown.map((action) => (
          <Button
            key={action.label}
            look={action.label === 'reminders.done' ? 'accent' : 'quiet'}
            disabled={busy}
            aria-label={t('reminders.named', { action: t(action.label), text: reminder.text })}
            onClick={() => void run(action)}
            className="px-3!"
          >
            {t(action.label)}
          </Button>
        ))}
      </div>
      {problem !== null && (
        <p role="alert" className="text-sm text-wait">
          {problem.message}
        </p>
      )}
    </div>
  )
}
