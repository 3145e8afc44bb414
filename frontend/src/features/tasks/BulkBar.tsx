import { useState } from 'react'

import type { Task } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import type { TextKey } from '@/shared/i18n/i18n'
import { changeTask, completeTask, deleteTask, postponeTask } from '@/shared/tasks/taskApi'
import { Button } from '@/shared/ui/Button'
import type { IconName } from '@/shared/ui/Icon'
import { Notice } from '@/shared/ui/Notice'

import { withAll } from './bulk'
import type { Outcome } from './bulk'

interface Props {
  chosen: Task[]
  shown: Task[]
  onChoose: (ids: string[]) => void
  onClose: () => void
}

const actions: { label: TextKey; icon: IconName; work: (task: Task) => Promise<unknown> }[] = [
  { label: 'tasks.bulk.done', icon: 'check', work: ({ id }) => completeTask(id) },
  { label: 'tasks.bulk.notToday', icon: 'forward', work: ({ id }) => postponeTask(id) },
  {
    label: 'tasks.bulk.important',
    icon: 'flag',
    work: (task) => changeTask(task, { priority: 'HIGH' }),
  },
  {
    label: 'tasks.bulk.canWait',
    icon: 'wait',
    work: (task) => changeTask(task, { priority: 'LOW' }),
  },
  { label: 'tasks.bulk.delete', icon: 'trash', work: ({ id }) => deleteTask(id) },
]

/** What can be done with all the chosen tasks at once. */
export function BulkBar({ chosen, shown, onChoose, onClose }: Props) {
  const t = useText()
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const run = async (work: (task: Task) => Promise<unknown>): Promise<void> => {
    setBusy(true)
    const result = await withAll(chosen, work)
    setBusy(false)
    setOutcome(result)
    onChoose(result.left)
  }
  return (
    <section
      aria-label={t('tasks.bulk.label')}
      className="sticky top-0 z-10 mt-4 grid gap-2 rounded-2xl border border-line bg-surface p-3 shadow-card"
    >
      <div className="flex flex-wrap items-center gap-2">
        <p role="status" className="flex-1 px-1 font-medium">
          {t('tasks.bulk.chosen', { count: chosen.length })}
        </p>
        <Button look="quiet" onClick={() => onChoose(shown.map((task) => task.id))}>
          {t('tasks.bulk.all')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('tasks.bulk.close')}
        </Button>
      </div>
      <div className="flex flex-wrap gap-1">
        {actions.map(({ label, icon, work }) => (
          <Button
            key={label}
            icon={icon}
            look="quiet"
            disabled={busy || chosen.length === 0}
            onClick={() => void run(work)}
            className="px-3!"
          >
            {t(label)}
          </Button>
        ))}
      </div>
      {outcome !== null && outcome.problem === null && (
        <Notice tone="good" icon="check">
          {t('tasks.bulk.changed', { count: outcome.done })}
        </Notice>
      )}
      {outcome !== null && outcome.problem !== null && (
        <Notice>
          {t('tasks.bulk.partly', { done: outcome.done, left: outcome.left.length })}{' '}
          {outcome.problem.message}
        </Notice>
      )}
    </section>
  )
}
