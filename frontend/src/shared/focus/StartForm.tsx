import { useId, useMemo, useState } from 'react'
import type { FormEvent, ReactNode } from 'react'

import type { Problem } from '@/shared/api/errors'
import type { FocusSession, Task } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { inOrder } from '@/shared/tasks/order'
import { useTasks } from '@/shared/tasks/taskStore'
import { Button } from '@/shared/ui/Button'
import { SelectField, TextField } from '@/shared/ui/Field'
import { Notice } from '@/shared/ui/Notice'

import { startFocus } from './focusStore'

interface Props {
  taskId: string | null
  onStarted?: () => void
  /** What stands beside the button. */
  children?: ReactNode
}

type Mode = FocusSession['mode']
type CheckInBy = FocusSession['checkInBy']

const modes: Mode[] = ['POMODORO', 'FLOW', 'COUNTDOWN']
const ways: CheckInBy[] = ['PUSH', 'SMS', 'NONE']
const usual: Record<Mode, number> = { POMODORO: 25, FLOW: 90, COUNTDOWN: 10 }
const LONGEST = 720
const SHOWN = 50

/** How to focus, on what, for how long; ready to start as it opens. */
export function StartForm({ taskId, onStarted, children }: Props) {
  const t = useText()
  const tasks = useTasks((state) => state.tasks)
  const [form, setForm] = useState({
    mode: 'POMODORO' as Mode,
    minutes: String(usual.POMODORO),
    task: taskId ?? '',
    by: 'PUSH' as CheckInBy,
  })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const current = useMemo(() => choosable(Object.values(tasks), taskId), [tasks, taskId])
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    const refused = await startFocus({
      mode: form.mode,
      plannedMinutes: Number(form.minutes),
      checkInBy: form.by,
      taskId: form.task === '' ? null : form.task,
    })
    setBusy(false)
    setProblem(refused)
    if (refused === null) onStarted?.()
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-4">
      <Modes
        chosen={form.mode}
        onChoose={(mode) => setForm({ ...form, mode, minutes: String(usual[mode]) })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('focus.minutes')}
          type="number"
          inputMode="numeric"
          min={1}
          max={LONGEST}
          required
          value={form.minutes}
          onChange={(event) => setForm({ ...form, minutes: event.target.value })}
          error={problem?.fields['plannedMinutes']}
        />
        <SelectField
          label={t('focus.checkIn')}
          value={form.by}
          onChange={(event) =>
            setForm({ ...form, by: ways.find((it) => it === event.target.value) ?? 'PUSH' })
          }
        >
          {ways.map((way) => (
            <option key={way} value={way}>
              {t(`focus.by.${way}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <SelectField
        label={t('focus.task')}
        value={form.task}
        onChange={(event) => setForm({ ...form, task: event.target.value })}
        error={problem?.fields['taskId']}
      >
        <option value="">{t('focus.noTask')}</option>
        {current.map((task) => (
          <option key={task.id} value={task.id}>
            {task.title}
          </option>
        ))}
      </SelectField>
      {problem !== null && <Notice>{problem.message}</Notice>}
      <div className="flex justify-end gap-2">
        {children}
        <Button type="submit" look="primary" icon="play" busy={busy}>
          {t('focus.start')}
        </Button>
      </div>
    </form>
  )
}

/** The nearest ones; who wants another starts from that task. */
function choosable(tasks: Task[], taskId: string | null): Task[] {
  const current = inOrder(tasks.filter((it) => it.status === 'OPEN' || it.status === 'DOING'))
  return current.filter((task, at) => at < SHOWN || task.id === taskId)
}

function Modes({ chosen, onChoose }: { chosen: Mode; onChoose: (mode: Mode) => void }) {
  const t = useText()
  const name = useId()
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-[0.9375rem] font-medium">{t('focus.how')}</legend>
      {modes.map((mode) => (
        <div
          key={mode}
          className="relative flex min-h-11 items-center gap-3 rounded-xl border border-line px-3 py-1.5 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            id={`${name}-${mode}`}
            type="radio"
            name={name}
            value={mode}
            checked={chosen === mode}
            onChange={() => onChoose(mode)}
            aria-describedby={`${name}-${mode}-hint`}
            className="size-5 shrink-0 accent-accent"
          />
          <span>
            <label
              htmlFor={`${name}-${mode}`}
              className="block cursor-pointer font-medium after:absolute after:inset-0"
            >
              {t(`focus.mode.${mode}`)}
            </label>
            <span id={`${name}-${mode}-hint`} className="block text-sm text-soft">
              {t(`focus.modeHint.${mode}`)}
            </span>
          </span>
        </div>
      ))}
    </fieldset>
  )
}
