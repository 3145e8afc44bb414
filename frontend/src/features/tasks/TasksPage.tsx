import { useCallback, useEffect, useMemo, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useSearchParams } from 'react-router'

import type { Task } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { useToday } from '@/shared/lib/clock'
import { bucketOf } from '@/shared/tasks/order'
import type { Bucket } from '@/shared/tasks/order'
import { QuickCapture } from '@/shared/tasks/QuickCapture'
import { refreshTasks, useTasks } from '@/shared/tasks/taskStore'
import { Button } from '@/shared/ui/Button'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loading } from '@/shared/ui/Loading'
import { LongList } from '@/shared/ui/LongList'
import { Notice } from '@/shared/ui/Notice'
import { Page, Section } from '@/shared/ui/Page'

import { BulkBar } from './BulkBar'
import { filtersOf, isNarrowed, searchOf, select } from './filters'
import type { Filters } from './filters'
import { stepBetweenRows } from './rowKeys'
import { TaskBoard } from './TaskBoard'
import { TaskFilters } from './TaskFilters'
import { TaskRow } from './TaskRow'

const buckets: Bucket[] = ['carried', 'today', 'coming', 'someday']

/** All tasks, as a list or on a board, narrowed by what the address says. */
export function TasksPage() {
  const t = useText()
  const today = useToday()
  const [search, setSearch] = useSearchParams()
  const filters = useMemo(() => filtersOf(search), [search])
  const { tasks, source, problem } = useTasks()
  const { show, view } = filters
  const wantsDone = show === 'done' || view === 'board'
  useEffect(() => {
    if (wantsDone) void refreshTasks('DONE')
  }, [wantsDone])
  const all = useMemo(() => Object.values(tasks), [tasks])
  const shown = useMemo(() => select(all, filters, today), [all, filters, today])
  const narrowed = isNarrowed(filters)
  const change = (next: Filters): void => setSearch(searchOf(next), { replace: true })
  return (
    <Page title={t('nav.tasks')} wide={view === 'board'}>
      <QuickCapture />
      <TaskFilters filters={filters} tasks={all} onChange={change} />
      {problem !== null && (
        <div className="mt-4">
          <Notice>{problem.message}</Notice>
        </div>
      )}
      {source === 'none' && problem === null && (
        <div className="mt-6">
          <Loading />
        </div>
      )}
      {source !== 'none' && shown.length === 0 && (view === 'list' || narrowed) && (
        <div className="mt-6">
          <EmptyState
            icon="tasks"
            title={t(narrowed ? 'tasks.nothingFits' : `tasks.empty.${show}`)}
          >
            {show !== 'done' && !narrowed && t('tasks.emptyLead')}
          </EmptyState>
        </div>
      )}
      {view === 'board' ? <TaskBoard tasks={shown} /> : <Lists tasks={shown} show={show} />}
    </Page>
  )
}

function Lists({ tasks, show }: { tasks: Task[]; show: Filters['show'] }) {
  const t = useText()
  const today = useToday()
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null)
  const toggle = useCallback((id: string) => {
    setChosen((known) => {
      const next = new Set(known)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }, [])
  const press = (event: KeyboardEvent): void => {
    const id = stepBetweenRows(event)
    if (id !== null && show !== 'done') toggle(id)
  }
  if (tasks.length === 0) return null
  const lists =
    show === 'done'
      ? [{ title: t('tasks.show.done'), rows: tasks }]
      : buckets.map((bucket) => ({
          title: t(`tasks.bucket.${bucket}`),
          rows: tasks.filter((task) => bucketOf(task, today) === bucket),
        }))
  return (
    <>
      {show !== 'done' && chosen === null && (
        <div className="mt-3 flex justify-end">
          <Button look="quiet" icon="tasks" onClick={() => setChosen(new Set())}>
            {t('tasks.bulk.open')}
          </Button>
        </div>
      )}
      {show !== 'done' && chosen !== null && (
        <BulkBar
          chosen={tasks.filter((task) => chosen.has(task.id))}
          shown={tasks}
          onChoose={(ids) => setChosen(new Set(ids))}
          onClose={() => setChosen(null)}
        />
      )}
      <div role="presentation" onKeyDown={press}>
        {lists.map(({ title, rows }) => (
          <TaskList
            key={title}
            title={title}
            tasks={rows}
            chosen={show === 'done' ? null : chosen}
            onToggle={toggle}
          />
        ))}
      </div>
    </>
  )
}

interface TaskListProps {
  title: string
  tasks: Task[]
  chosen: ReadonlySet<string> | null
  onToggle: (id: string) => void
}

function TaskList({ title, tasks, chosen, onToggle }: TaskListProps) {
  const render = useCallback(
    (task: Task) => (
      <TaskRow
        key={task.id}
        task={task}
        chosen={chosen === null ? null : chosen.has(task.id)}
        onToggle={onToggle}
      />
    ),
    [chosen, onToggle],
  )
  if (tasks.length === 0) return null
  return (
    <Section title={title}>
      <LongList items={tasks} render={render} />
    </Section>
  )
}
