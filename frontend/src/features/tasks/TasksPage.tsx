import { useEffect } from 'react'
import { useSearchParams } from 'react-router'

import type { Task } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { useToday } from '@/shared/lib/clock'
import { bucketOf, inOrder } from '@/shared/tasks/order'
import type { Bucket } from '@/shared/tasks/order'
import { QuickCapture } from '@/shared/tasks/QuickCapture'
import { refreshTasks, useTasks } from '@/shared/tasks/taskStore'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loading } from '@/shared/ui/Loading'
import { Notice } from '@/shared/ui/Notice'
import { Page, Section } from '@/shared/ui/Page'

import { TaskRow } from './TaskRow'

const filters = ['current', 'today', 'done'] as const
type Filter = (typeof filters)[number]
const buckets: Bucket[] = ['carried', 'today', 'coming', 'someday']

export function TasksPage() {
  const t = useText()
  const today = useToday()
  const [search, setSearch] = useSearchParams()
  const filter = filters.find((it) => it === search.get('show')) ?? 'current'
  const { tasks, source, problem } = useTasks()
  useEffect(() => {
    if (filter === 'done') void refreshTasks('DONE')
  }, [filter])
  const shown = select(Object.values(tasks), filter, today)
  return (
    <Page title={t('nav.tasks')}>
      <QuickCapture />
      <div role="group" aria-label={t('tasks.filter')} className="mt-5 flex gap-1.5">
        {filters.map((it) => (
          <button
            key={it}
            type="button"
            aria-pressed={filter === it}
            onClick={() => setSearch(it === 'current' ? {} : { show: it }, { replace: true })}
            className="min-h-11 rounded-full px-4 font-medium text-soft hover:bg-sunken aria-pressed:bg-accent-soft aria-pressed:text-accent"
          >
            {t(`tasks.show.${it}`)}
          </button>
        ))}
      </div>
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
      {source !== 'none' && shown.length === 0 && (
        <div className="mt-6">
          <EmptyState icon="tasks" title={t(`tasks.empty.${filter}`)}>
            {filter !== 'done' && t('tasks.emptyLead')}
          </EmptyState>
        </div>
      )}
      {filter === 'done'
        ? shown.length > 0 && <TaskList title={t('tasks.show.done')} tasks={shown} />
        : buckets.map((bucket) => (
            <TaskList
              key={bucket}
              title={t(`tasks.bucket.${bucket}`)}
              tasks={shown.filter((task) => bucketOf(task, today) === bucket)}
            />
          ))}
    </Page>
  )
}

function TaskList({ title, tasks }: { title: string; tasks: Task[] }) {
  if (tasks.length === 0) return null
  return (
    <Section title={title}>
      <ul className="divide-y divide-line border-y border-line">
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </ul>
    </Section>
  )
}

function select(tasks: Task[], filter: Filter, today: string): Task[] {
  if (filter === 'done') {
    return tasks
      .filter((task) => task.status === 'DONE')
      .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))
  }
  const current = inOrder(tasks.filter((task) => task.status === 'OPEN' || task.status === 'DOING'))
  if (filter === 'current') return current
  return current.filter((task) => ['carried', 'today'].includes(bucketOf(task, today)))
}
