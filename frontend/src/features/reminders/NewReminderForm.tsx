import { useRef, useState } from 'react'
import type { FormEvent } from 'react'

import { toProblem } from '@/shared/api/errors'
import type { Problem } from '@/shared/api/errors'
import type { Reminder } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { useToday } from '@/shared/lib/clock'
import { clockTime, dayOf, shortDay } from '@/shared/lib/time'
import { putReminder } from '@/shared/reminders/reminderStore'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { SelectField, TextField } from '@/shared/ui/Field'
import { Notice } from '@/shared/ui/Notice'

import { emptyDraft, NoTime, remind } from './newReminder'
import type { Draft, When } from './newReminder'
import { repeatOf, ruleOf } from './repeat'
import { RepeatField } from './RepeatField'

const whens: When[] = ['words', '10', '60', 'tomorrow', 'moment']

/** One line, with the time in it or chosen beside it. */
export function NewReminderForm() {
  const t = useText()
  const [draft, setDraft] = useState(emptyDraft)
  const [outcome, setOutcome] = useState<Problem | Reminder | 'no-time' | null>(null)
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLFormElement>(null)
  const set = (change: Partial<Draft>): void => setDraft((known) => ({ ...known, ...change }))
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    try {
      const made = await remind(draft)
      putReminder(made)
      setOutcome(made)
      setDraft(emptyDraft())
      field.current?.querySelector('input')?.focus()
    } catch (error) {
      if (error instanceof NoTime) set({ task: error.task, when: '10' })
      setOutcome(error instanceof NoTime ? 'no-time' : toProblem(error))
    }
    setBusy(false)
  }
  const problem = outcome !== null && typeof outcome === 'object' && 'fields' in outcome
  return (
    <Card className="p-4">
      <form ref={field} onSubmit={(event) => void submit(event)} className="grid gap-4">
        <TextField
          label={t('reminders.say')}
          hint={t('reminders.sayHint')}
          value={draft.text}
          onChange={(event) => set({ text: event.target.value, task: null })}
          error={problem ? outcome.fields['text'] : undefined}
          maxLength={500}
          autoComplete="off"
          required
        />
        <div className="grid gap-4 sm:grid-cols-3">
          <WhenField value={draft.when} onChange={(when) => set({ when })} />
          {draft.when === 'moment' && <Moment draft={draft} set={set} />}
          {draft.when !== 'words' && (
            <RepeatField
              value={repeatOf(draft.rule)}
              onChange={(repeat) => set({ rule: ruleOf(repeat) })}
              error={problem ? outcome.fields['recurrence'] : undefined}
            />
          )}
        </div>
        {outcome === 'no-time' && <Notice>{t('reminders.noTime')}</Notice>}
        {problem && <Notice>{outcome.message}</Notice>}
        {outcome !== null && typeof outcome === 'object' && 'dueAt' in outcome && (
          <Made reminder={outcome} />
        )}
        <Button type="submit" look="primary" icon="bell" busy={busy} className="justify-self-start">
          {t('reminders.add')}
        </Button>
      </form>
    </Card>
  )
}

function WhenField({ value, onChange }: { value: When; onChange: (value: When) => void }) {
  const t = useText()
  const labels: Record<When, string> = {
    words: t('reminders.inWords'),
    '10': t('reminders.in.10'),
    '60': t('reminders.in.60'),
    tomorrow: t('reminders.tomorrow'),
    moment: t('reminders.choose'),
  }
  return (
    <SelectField
      label={t('reminders.when')}
      value={value}
      onChange={(event) => onChange(whens.find((it) => it === event.target.value) ?? 'words')}
    >
      {whens.map((it) => (
        <option key={it} value={it}>
          {labels[it]}
        </option>
      ))}
    </SelectField>
  )
}

function Moment({ draft, set }: { draft: Draft; set: (change: Partial<Draft>) => void }) {
  const t = useText()
  return (
    <>
      <TextField
        label={t('reminders.day')}
        type="date"
        required
        value={draft.day}
        onChange={(event) => set({ day: event.target.value })}
      />
      <TextField
        label={t('reminders.time')}
        type="time"
        required
        value={draft.time}
        onChange={(event) => set({ time: event.target.value })}
      />
    </>
  )
}

function Made({ reminder }: { reminder: Reminder }) {
  const t = useText()
  const today = useToday()
  const when = `${shortDay(dayOf(reminder.dueAt), today)} ${clockTime(reminder.dueAt)}`
  return (
    <Notice tone="good" icon="check">
      {t('reminders.added', { text: reminder.text, when })}
    </Notice>
  )
}
