import { useState } from 'react'
import type { DragEvent } from 'react'

import type { Problem } from '@/shared/api/errors'
import type { Task } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { TaskFacts } from '@/shared/tasks/TaskFacts'
import { change, complete, reopen } from '@/shared/tasks/taskStore'
import { IconButton } from '@/shared/ui/Button'
import { LongList } from '@/shared/ui/LongList'
import { Notice } from '@/shared/ui/Notice'

const columns = ['OPEN', 'DOING', 'DONE'] as const
type Column = (typeof columns)[number]

const TASK = 'application/x-task'

/** Moves a task as the service would have it: what is done is completed, what comes back is open. */
async function move(task: Task, to: Column): Promise<Problem | null> {
  if (to === 'DONE') return await complete(task)
  if (task.status !== 'DONE') return await change(task, { status: to })
  const refused = await reopen(task)
  if (refused !== null || to === 'OPEN') return refused
  return await change({ ...task, version: task.version + 1 }, { status: to })
}

/** The tasks by where they stand; moved by dragging, or by the buttons of each card. */
export function TaskBoard({ tasks }: { tasks: Task[] }) {
  const t = useText()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [said, setSaid] = useState('')
  const onMove = async (task: Task, to: Column): Promise<void> => {
    const refused = await move(task, to)
    setProblem(refused)
    if (refused === null) {
      setSaid(t('tasks.moved', { title: task.title, column: t(`tasks.column.${to}`) }))
    }
  }
  return (
    <div className="mt-6 grid gap-4">
      {problem !== null && <Notice>{problem.message}</Notice>}
      <p role="status" className="sr-only">
        {said}
      </p>
      <div className="grid gap-4 md:grid-cols-3">
        {columns.map((column) => (
          <BoardColumn
            key={column}
            column={column}
            tasks={tasks.filter((task) => task.status === column)}
            onDrop={(id) => {
              const task = tasks.find((known) => known.id === id)
              if (task !== undefined && task.status !== column) void onMove(task, column)
            }}
            onMove={(task, to) => void onMove(task, to)}
          />
        ))}
      </div>
    </div>
  )
}

interface ColumnProps {
  column: Column
  tasks: Task[]
  onDrop: (id: string) => void
  onMove: (task: Task, to: Column) => void
}

function BoardColumn({ column, tasks, onDrop, onMove }: ColumnProps) {
  const t = useText()
  const [over, setOver] = useState(false)
  const name = t(`tasks.column.${column}`)
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    onDrop(event.dataTransfer.getData(TASK))
  }
  return (
    <section
      aria-label={name}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(TASK)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`min-w-0 rounded-2xl border p-3 ${over ? 'border-accent bg-accent-soft' : 'border-line bg-sunken'}`}
    >
      <h2 className="mb-2 flex justify-between px-1 font-semibold">
        {name} <span className="text-sm font-normal text-soft">{tasks.length}</span>
      </h2>
      {tasks.length === 0 ? (
        <p className="px-1 py-3 text-sm text-soft">{t('tasks.emptyColumn')}</p>
      ) : (
        <LongList
          items={tasks}
          rowHeight={110}
          render={(task) => <BoardCard key={task.id} task={task} onMove={onMove} />}
        />
      )}
    </section>
  )
}

function BoardCard({ task, onMove }: { task: Task; onMove: ColumnProps['onMove'] }) {
  const t = useText()
  const at = columns.findIndex((column) => column === task.status)
  const before = columns[at - 1]
  const after = columns[at + 1]
  const label = (column: Column): string =>
    t('tasks.moveTo', { title: task.title, column: t(`tasks.column.${column}`) })
  return (
    <li
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(TASK, task.id)
        event.dataTransfer.effectAllowed = 'move'
      }}
      className="grid cursor-grab gap-1 bg-surface p-3"
    >
      <p className={task.status === 'DONE' ? 'text-soft line-through' : 'font-medium'}>
        {task.title}
      </p>
      <TaskFacts task={task} saysCarried />
      <div className="-mb-1.5 -ml-2 flex">
        {before !== undefined && (
          <IconButton icon="back" label={label(before)} onClick={() => onMove(task, before)} />
        )}
        {after !== undefined && (
          <IconButton icon="forward" label={label(after)} onClick={() => onMove(task, after)} />
        )}
      </div>
    </li>
  )
}
