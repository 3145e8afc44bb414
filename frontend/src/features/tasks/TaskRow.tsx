import { memo, useState } from 'react'

import type { Problem } from '@/shared/api/errors'
import type { Task } from '@/shared/api/types'
import { useFocus, wishFocus } from '@/shared/focus/focusStore'
import { useText } from '@/shared/i18n/i18n'
import { TaskFacts } from '@/shared/tasks/TaskFacts'
import { complete, drop, reopen } from '@/shared/tasks/taskStore'
import { IconButton } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'

import { TaskEditor } from './TaskEditor'

interface Props {
  task: Task
  /** Whether it is chosen, while several are; null while none can be. */
  chosen?: boolean | null
  onToggle?: (id: string) => void
}

/** A task in the list: its box completes it or opens it again, its title opens the editor. */
export const TaskRow = memo(function TaskRow({ task, chosen = null, onToggle }: Props) {
  const t = useText()
  const [editing, setEditing] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const focusing = useFocus((state) => state.current !== null)
  const done = task.status === 'DONE'
  const run = async (work: (task: Task) => Promise<Problem | null>): Promise<void> =>
    setProblem(await work(task))
  if (editing) {
    return (
      <li className="py-3">
        <TaskEditor task={task} onClose={() => setEditing(false)} />
      </li>
    )
  }
  return (
    <li data-row={task.id} className="group py-1.5">
      <div className="flex items-start gap-1">
        {chosen !== null && (
          <input
            type="checkbox"
            checked={chosen}
            onChange={() => onToggle?.(task.id)}
            aria-label={t('tasks.bulk.choose', { title: task.title })}
            className="m-3 size-5 shrink-0 accent-accent"
          />
        )}
        <button
          type="button"
          role="checkbox"
          aria-checked={done}
          aria-label={t(done ? 'task.reopen' : 'task.complete', { title: task.title })}
          onClick={() => void run(done ? reopen : complete)}
          className="group/box grid size-11 shrink-0 place-items-center rounded-xl"
        >
          <span
            className={`grid size-6 place-items-center rounded-full border-2 transition-colors ${
              done
                ? 'border-accent bg-accent text-on-accent'
                : 'border-line-strong text-transparent group-hover/box:border-accent group-hover/box:text-accent'
            }`}
          >
            <Icon name="check" className="size-4" />
          </span>
        </button>
        <button
          type="button"
          data-row-title
          onClick={() => setEditing(true)}
          className="grid min-h-11 min-w-0 flex-1 content-center gap-0.5 rounded-xl py-1.5 text-left"
        >
          <span className={`text-[1.0625rem] ${done ? 'text-soft line-through' : ''}`}>
            {task.title}
          </span>
          <TaskFacts task={task} />
        </button>
        <span className="flex md:opacity-0 md:group-focus-within:opacity-100 md:group-hover:opacity-100">
          {!done && !focusing && (
            <IconButton
              icon="play"
              label={t('task.focus', { title: task.title })}
              onClick={() => wishFocus(task.id)}
            />
          )}
          <IconButton
            icon="trash"
            label={t('task.delete', { title: task.title })}
            onClick={() => void run(drop)}
          />
        </span>
      </div>
      {problem !== null && (
        <p role="alert" className="pb-1 pl-12 text-sm text-wait">
          {problem.message}
        </p>
      )}
    </li>
  )
})
