import type { Task } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { Button } from '@/shared/ui/Button'
import { inputLook } from '@/shared/ui/Field'

import { isNarrowed, priorities, shows, tagsOf, views } from './filters'
import type { Filters } from './filters'

interface Props {
  filters: Filters
  tasks: Task[]
  onChange: (filters: Filters) => void
}

const toggleLook =
  'min-h-11 rounded-full px-4 font-medium text-soft hover:bg-sunken aria-pressed:bg-accent-soft aria-pressed:text-accent'

/** What is shown and how. */
export function TaskFilters({ filters, tasks, onChange }: Props) {
  const t = useText()
  const set = (change: Partial<Filters>): void => onChange({ ...filters, ...change })
  return (
    <div className="mt-5 grid grid-cols-1 gap-3">
      <div className="flex flex-wrap justify-between gap-x-6 gap-y-1">
        {filters.view === 'list' && (
          <div role="group" aria-label={t('tasks.filter')} className="flex flex-wrap gap-1.5">
            {shows.map((it) => (
              <button
                key={it}
                type="button"
                aria-pressed={filters.show === it}
                onClick={() => set({ show: it })}
                className={toggleLook}
              >
                {t(`tasks.show.${it}`)}
              </button>
            ))}
          </div>
        )}
        <div role="group" aria-label={t('tasks.as')} className="flex flex-wrap gap-1.5">
          {views.map((it) => (
            <button
              key={it}
              type="button"
              aria-pressed={filters.view === it}
              onClick={() => set({ view: it })}
              className={toggleLook}
            >
              {t(`tasks.view.${it}`)}
            </button>
          ))}
        </div>
      </div>
      <div role="search" className="flex flex-wrap gap-2">
        <input
          type="search"
          aria-label={t('tasks.search')}
          placeholder={t('tasks.search')}
          value={filters.text}
          onChange={(event) => set({ text: event.target.value })}
          className={`${inputLook} min-w-40 flex-1`}
        />
        <select
          aria-label={t('tasks.tag')}
          value={filters.tag}
          onChange={(event) => set({ tag: event.target.value })}
          className={`${inputLook} w-auto! max-w-44`}
        >
          <option value="">{t('tasks.anyTag')}</option>
          {[...new Set([...tagsOf(tasks), filters.tag])]
            .filter((tag) => tag !== '')
            .map((tag) => (
              <option key={tag} value={tag}>
                #{tag}
              </option>
            ))}
        </select>
        <select
          aria-label={t('task.priorityLabel')}
          value={filters.priority}
          onChange={(event) =>
            set({ priority: priorities.find((it) => it === event.target.value) ?? '' })
          }
          className={`${inputLook} w-auto!`}
        >
          <option value="">{t('tasks.anyPriority')}</option>
          {priorities.map((it) => (
            <option key={it} value={it}>
              {t(`task.priority.${it}`)}
            </option>
          ))}
        </select>
        {isNarrowed(filters) && (
          <Button look="accent" onClick={() => set({ text: '', tag: '', priority: '' })}>
            {t('tasks.clear')}
          </Button>
        )}
      </div>
    </div>
  )
}
