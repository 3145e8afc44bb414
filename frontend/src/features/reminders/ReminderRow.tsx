import { useState } from 'react'

import { toProblem } from '@/shared/api/errors'
import type { Problem } from '@/shared/api/errors'
import type { Reminder } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { useToday } from '@/shared/lib/clock'
import { clockTime, dayOf, shortDay } from '@/shared/lib/time'
import { Answers } from '@/shared/reminders/Answers'
import { deleteReminder } from '@/shared/reminders/reminderApi'
import { forgetReminder } from '@/shared/reminders/reminderStore'
import { IconButton } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'

import { ReminderEditor } from './ReminderEditor'
import { repeatOf } from './repeat'

interface Props {
  reminder: Reminder
  told: boolean
}

/** A reminder, what answers it, and how to change it. */
export function ReminderRow({ reminder, told }: Props) {
  const t = useText()
  const [editing, setEditing] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const remove = async (): Promise<void> => {
    try {
      await deleteReminder(reminder.id)
      forgetReminder(reminder.id)
    } catch (error) {
      setProblem(toProblem(error))
    }
  }
  if (editing) {
    return (
      <li className="py-3">
        <ReminderEditor reminder={reminder} onClose={() => setEditing(false)} />
      </li>
    )
  }
  return (
    <li className="grid py-2">
      <div className="flex items-start gap-1">
        <div className="min-w-0 flex-1 py-2">
          <p className="text-[1.0625rem]">{reminder.text}</p>
          <Facts reminder={reminder} />
        </div>
        <IconButton
          icon="edit"
          label={t('reminders.edit', { text: reminder.text })}
          onClick={() => setEditing(true)}
        />
        <IconButton
          icon="trash"
          label={t('reminders.delete', { text: reminder.text })}
          onClick={() => void remove()}
        />
      </div>
      <Answers reminder={reminder} told={told} />
      {problem !== null && (
        <p role="alert" className="text-sm text-wait">
          {problem.message}
        </p>
      )}
    </li>
  )
}

export function PastReminder({ reminder }: { reminder: Reminder }) {
  const t = useText()
  const { status } = reminder
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 py-3">
      <span className="min-w-0 flex-1">{reminder.text}</span>
      <Moment at={reminder.dueAt} />
      {status !== 'PENDING' && status !== 'FIRED' && (
        <span className="text-sm text-soft">{t(`reminders.state.${status}`)}</span>
      )}
    </li>
  )
}

function Facts({ reminder }: { reminder: Reminder }) {
  const t = useText()
  const { offsetMinutes, recurrence, taskId } = reminder
  return (
    <ul className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.9375rem] text-soft">
      <li className="flex items-center gap-1.5">
        <Icon name="clock" className="size-4" />
        <Moment at={reminder.dueAt} />
      </li>
      {recurrence != null && (
        <li className="flex items-center gap-1.5">
          <Icon name="repeat" className="size-4" />
          {t(`reminders.repeat.${repeatOf(recurrence)}`)}
        </li>
      )}
      {offsetMinutes != null && offsetMinutes > 0 && (
        <li>{t('reminders.beforeTask', { time: t('task.minutes', { count: offsetMinutes }) })}</li>
      )}
      {taskId != null && (offsetMinutes == null || offsetMinutes === 0) && (
        <li className="flex items-center gap-1.5">
          <Icon name="tasks" className="size-4" />
          {t('reminders.withTask')}
        </li>
      )}
    </ul>
  )
}

function Moment({ at }: { at: string }) {
  const today = useToday()
  return (
    <time dateTime={at} className="text-[0.9375rem] text-soft">
      {shortDay(dayOf(at), today)} {clockTime(at)}
    </time>
  )
}
