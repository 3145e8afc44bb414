import type { Task } from '@/shared/api/types'
import { bucketOf, inOrder } from '@/shared/tasks/order'

export const shows = ['current', 'today', 'done'] as const
export type Show = (typeof shows)[number]
export const views = ['list', 'board'] as const
export type View = (typeof views)[number]
export const priorities = ['HIGH', 'NORMAL', 'LOW'] as const

/** What of the tasks is shown and how; all of it is in the address. */
export interface Filters {
  show: Show
  view: View
  text: string
  tag: string
  priority: Task['priority'] | ''
}

export function filtersOf(search: URLSearchParams): Filters {
  return {
    show: shows.find((it) => it === search.get('show')) ?? 'current',
    view: views.find((it) => it === search.get('view')) ?? 'list',
    text: search.get('q') ?? '',
    tag: search.get('tag') ?? '',
    priority: priorities.find((it) => it === search.get('priority')) ?? '',
  }
}

/** The address of the filters; what is usual is not said. */
export function searchOf(filters: Filters): Record<string, string> {
  const { show, view, text, tag, priority } = filters
  return {
    ...(show !== 'current' && { show }),
    ...(view !== 'list' && { view }),
    ...(text !== '' && { q: text }),
    ...(tag !== '' && { tag }),
    ...(priority !== '' && { priority }),
  }
}

export function isNarrowed({ text, tag, priority }: Filters): boolean {
  return text.trim() !== '' || tag !== '' || priority !== ''
}

/** Those that fit, in the order of the list; the board has all that are shown at any time. */
export function select(tasks: Task[], filters: Filters, today: string): Task[] {
  const fitting = tasks.filter((task) => fits(task, filters))
  if (filters.view === 'board') return inOrder(fitting.filter((it) => it.status !== 'DROPPED'))
  if (filters.show === 'done') {
    return fitting
      .filter((task) => task.status === 'DONE')
      .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))
  }
  const current = inOrder(fitting.filter(isCurrent))
  if (filters.show === 'current') return current
  return current.filter((task) => ['carried', 'today'].includes(bucketOf(task, today)))
}

export function isCurrent(task: Task): boolean {
  return task.status === 'OPEN' || task.status === 'DOING'
}

export function tagsOf(tasks: Task[]): string[] {
  const tags = new Set(tasks.flatMap((task) => task.tags))
  return [...tags].toSorted((a, b) => a.localeCompare(b))
}

function fits(task: Task, { text, tag, priority }: Filters): boolean {
  if (tag !== '' && !task.tags.includes(tag)) return false
  if (priority !== '' && task.priority !== priority) return false
  const written = plain([task.title, task.notes, task.project, ...task.tags].join(' '))
  return plain(text)
    .split(/\s+/)
    .every((word) => written.includes(word))
}

/** Accents and case apart. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
}
