import { useEffect, useMemo } from 'react'
import { Link } from 'react-router'

import { useText } from '@/shared/i18n/i18n'
import { useNow } from '@/shared/lib/clock'
import { useResource } from '@/shared/lib/useResource'
import { onEvent } from '@/shared/realtime/events'
import { useTasks } from '@/shared/tasks/taskStore'
import { Icon } from '@/shared/ui/Icon'
import { Section } from '@/shared/ui/Page'

import { calendarItems, entriesOf } from './upcoming'

interface Props {
  today: string
  /** The task that is shown above already. */
  except: string | null
}

const SHOWN = 6

/** What else the day holds, from tasks and calendars. */
export function Upcoming({ today, except }: Props) {
  const t = useText()
  const tasks = useTasks((state) => state.tasks)
  const calendar = useResource(calendarItems)
  const { reload } = calendar
  useEffect(() => onEvent('integration.changed', () => void reload()), [reload])
  const { value } = calendar
  const now = useNow()
  const entries = useMemo(
    () => entriesOf(Object.values(tasks), value ?? [], today, now, except),
    [tasks, value, today, now, except],
  )
  if (entries.length === 0) return null
  return (
    <Section
      title={t('today.later')}
      aside={
        <Link to="/tasks" className="text-sm font-medium text-accent hover:underline">
          {t('today.all')}
        </Link>
      }
    >
      <ul className="divide-y divide-line border-y border-line">
        {entries.slice(0, SHOWN).map((entry) => (
          <li key={entry.id} className="flex min-h-12 items-center gap-3 py-2">
            <span className="w-20 shrink-0 text-sm text-soft tabular-nums">
              {entry.when ?? t('today.anytime')}
            </span>
            <Icon
              name={entry.kind === 'event' ? 'calendar' : 'tasks'}
              className="size-5 text-soft"
            />
            <span className="min-w-0 flex-1">
              <span className="sr-only">{t(`today.kind.${entry.kind}`)}: </span>
              {entry.title}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
