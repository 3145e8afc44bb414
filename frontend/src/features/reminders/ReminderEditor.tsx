import { useState } from 'react'
import type { FormEvent } from 'react'

import type { Reminder } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { momentOf, wallClock } from '@/shared/lib/time'
import { useWork } from '@/shared/lib/useWork'
import { changeReminder } from '@/shared/reminders/reminderApi'
import { putReminder } from '@/shared/reminders/reminderStore'
import { Button } from '@/shared/ui/Button'
import { TextField } from '@/shared/ui/Field'
import { Notice } from '@/shared/ui/Notice'

import { repeatOf, ruleOf } from './repeat'
import type { Repeat } from './repeat'
import { RepeatField } from './RepeatField'

interface Props {
  reminder: Reminder
  onClose: () => void
}

interface Form {
  text: string
  day: string
  time: string
  repeat: Repeat
}

export function ReminderEditor({ reminder, onClose }: Props) {
  const t = useText()
  const [form, setForm] = useState(() => formOf(reminder))
  const { busy, problem, run } = useWork()
  const set = (change: Partial<Form>): void => setForm((known) => ({ ...known, ...change }))
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const saved = await run(async () => {
      putReminder(await changeReminder(reminder.id, patchOf(form, reminder)))
    })
    if (saved) onClose()
  }
  return (
    <form
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
      aria-label={t('reminders.edit', { text: reminder.text })}
      className="grid gap-4 rounded-2xl border border-line bg-surface p-4 shadow-card"
    >
      <TextField
        label={t('reminders.text')}
        value={form.text}
        onChange={(event) => set({ text: event.target.value })}
        error={problem?.fields['text']}
        maxLength={500}
        required
        // The editor opens because its button was pressed.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          label={t('reminders.day')}
          type="date"
          value={form.day}
          onChange={(event) => set({ day: event.target.value })}
          error={problem?.fields['dueAt']}
          required
        />
        <TextField
          label={t('reminders.time')}
          type="time"
          value={form.time}
          onChange={(event) => set({ time: event.target.value })}
          required
        />
        <RepeatField
          value={form.repeat}
          onChange={(repeat) => set({ repeat })}
          error={problem?.fields['recurrence']}
        />
      </div>
      {problem !== null && <Notice>{problem.message}</Notice>}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" look="primary" busy={busy}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}

function formOf(reminder: Reminder): Form {
  const wall = wallClock(reminder.dueAt)
  return {
    text: reminder.text,
    day: wall.slice(0, 10),
    time: wall.slice(11),
    repeat: repeatOf(reminder.recurrence),
  }
}

/** Names only what changed: a new moment or rule begins the series anew. */
function patchOf(form: Form, before: Reminder): object {
  const known = formOf(before)
  const moved = form.day !== known.day || form.time !== known.time
  return {
    ...(form.text.trim() !== known.text && { text: form.text.trim() }),
    ...(moved && { dueAt: momentOf(`${form.day}T${form.time}`) }),
    ...(form.repeat !== known.repeat && { recurrence: ruleOf(form.repeat, before.recurrence) }),
  }
}
