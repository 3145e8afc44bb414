import { useState } from 'react'
import type { FormEvent } from 'react'

import type { Problem } from '@/shared/api/errors'
import type { Task, TaskChange } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { momentOf, wallClock } from '@/shared/lib/time'
import { change } from '@/shared/tasks/taskStore'
import { Button } from '@/shared/ui/Button'
import { SelectField, TextField } from '@/shared/ui/Field'
import { Notice } from '@/shared/ui/Notice'

interface Props {
  task: Task
  onClose: () => void
}

const priorities: Task['priority'][] = ['LOW', 'NORMAL', 'HIGH']

export function TaskEditor({ task, onClose }: Props) {
  const t = useText()
  const [form, setForm] = useState(() => formOf(task))
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const set = (field: keyof typeof form) => (value: string) =>
    setForm((known) => ({ ...known, [field]: value }))
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    const refused = await change(task, changeOf(form))
    setBusy(false)
    if (refused === null) onClose()
    else setProblem(refused)
  }
  return (
    <form
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
      aria-label={t('task.edit', { title: task.title })}
      className="grid gap-4 rounded-2xl border border-line bg-surface p-4 shadow-card"
    >
      <TextField
        label={t('task.title')}
        value={form.title}
        onChange={(event) => set('title')(event.target.value)}
        error={problem?.fields['title']}
        // The editor opens because its title was pressed.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        required
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          label={t('task.day')}
          type="date"
          value={form.day}
          onChange={(event) => set('day')(event.target.value)}
          error={problem?.fields['dueDate']}
        />
        <TextField
          label={t('task.time')}
          type="time"
          value={form.time}
          disabled={form.day === ''}
          onChange={(event) => set('time')(event.target.value)}
          error={problem?.fields['dueAt']}
        />
        <TextField
          label={t('task.estimate')}
          type="number"
          min={1}
          max={1440}
          inputMode="numeric"
          value={form.estimate}
          onChange={(event) => set('estimate')(event.target.value)}
          error={problem?.fields['estimateMinutes']}
        />
      </div>
      <SelectField
        label={t('task.priorityLabel')}
        value={form.priority}
        onChange={(event) => set('priority')(event.target.value)}
      >
        {priorities.map((priority) => (
          <option key={priority} value={priority}>
            {t(`task.priority.${priority}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('task.notes')}
        value={form.notes}
        onChange={(event) => set('notes')(event.target.value)}
        error={problem?.fields['notes']}
      />
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

interface Form {
  title: string
  notes: string
  day: string
  time: string
  estimate: string
  priority: string
}

function formOf(task: Task): Form {
  const wall = task.dueAt == null ? '' : wallClock(task.dueAt)
  return {
    title: task.title,
    notes: task.notes ?? '',
    day: wall === '' ? (task.dueDate ?? '') : wall.slice(0, 10),
    time: wall.slice(11),
    estimate: task.estimateMinutes == null ? '' : String(task.estimateMinutes),
    priority: task.priority,
  }
}

/** A day with a time is a moment; a day alone stays a day. */
function changeOf(form: Form): TaskChange {
  const timed = form.day !== '' && form.time !== ''
  return {
    title: form.title.trim(),
    notes: form.notes.trim() === '' ? null : form.notes.trim(),
    estimateMinutes: form.estimate === '' ? null : Number(form.estimate),
    priority: priorities.find((it) => it === form.priority) ?? 'NORMAL',
    dueAt: timed ? momentOf(`${form.day}T${form.time}`) : null,
    dueDate: timed || form.day === '' ? null : form.day,
  }
}
