import { useEffect, useMemo, useState } from 'react'
import { Link } from 'react-router'

import { useText } from '@/shared/i18n/i18n'
import { useNow } from '@/shared/lib/clock'
import { clockTime, duration, startOfDay } from '@/shared/lib/time'
import { useResource } from '@/shared/lib/useResource'
import { onEvent } from '@/shared/realtime/events'
import { useTasks } from '@/shared/tasks/taskStore'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import { Section } from '@/shared/ui/Page'

import { DayStrip } from './DayStrip'
import { hoursOf, isTimed, rowsOf } from './timeline'
import type { Gap, Timed } from './timeline'
import { calendarItems, entriesOf } from './upcoming'
import type { Entry } from './upcoming'

interface Props {
  today: string
  /** The task that is shown above already. */
  except: string | null
}

const SHOWN = 6

/** Where in the day one stands, what is still to come and the time between. */
export function DayTimeline({ today, except }: Props) {
  const t = useText()
  const tasks = useTasks((state) => state.tasks)
  const { value, reload } = useResource(calendarItems)
  useEffect(() => onEvent('integration.changed', () => void reload()), [reload])
  const now = useNow()
  const { whole, coming } = useMemo(() => {
    const of = (from: Date, without: string | null): Entry[] =>
      entriesOf(Object.values(tasks), value ?? [], today, from, without)
    return { whole: of(startOfDay(today), null).filter(isTimed), coming: of(now, except) }
  }, [tasks, value, today, now, except])
  const { from, until } = hoursOf(today, whole)
  const timed = coming.filter(isTimed)
  return (
    <Section
      title={t('today.day')}
      aside={
        <Link to="/tasks" className="text-sm font-medium text-accent hover:underline">
          {t('today.all')}
        </Link>
      }
    >
      <DayStrip entries={whole} now={now} from={from} until={until} />
      {timed.length > 0 && (
        <ol className="mt-3 border-l-2 border-line">
          {rowsOf(timed, now, until).map((row) => (
            <Row key={row.id} row={row} now={now} />
          ))}
        </ol>
      )}
      <Anytime entries={coming.filter((entry) => !isTimed(entry))} />
    </Section>
  )
}

function Row({ row, now }: { row: Timed | Gap; now: Date }) {
  const t = useText()
  if (row.kind === 'gap') {
    const minutes = Math.round((row.until - row.from) / 60_000)
    return (
      <li className="py-1.5 pl-4 text-sm text-soft">
        {t('today.free', { time: duration(minutes) })}
      </li>
    )
  }
  const going = new Date(row.at) <= now
  return (
    <li className="relative flex min-h-11 flex-wrap items-center gap-x-3 py-1.5 pl-4">
      <span
        aria-hidden="true"
        className={`absolute -left-[0.4375rem] size-3 rounded-full border-2 border-accent ${going ? 'bg-accent' : 'bg-bg'}`}
      />
      <span className="w-20 shrink-0 text-sm text-soft tabular-nums">{row.when}</span>
      <Icon name={row.kind === 'event' ? 'calendar' : 'tasks'} className="size-5 text-soft" />
      <span className="min-w-0 flex-1 basis-32">
        <span className="sr-only">{t(`today.kind.${row.kind}`)}: </span>
        {row.title}
      </span>
      {row.until !== null && (
        <span className="text-sm text-soft">
          {t(going ? 'today.going' : 'today.until', { time: clockTime(row.until) })}
        </span>
      )}
    </li>
  )
}

/** What the day holds at no time of its own; a few, since it is one thing at a time. */
function Anytime({ entries }: { entries: Entry[] }) {
  const t = useText()
  const [all, setAll] = useState(false)
  if (entries.length === 0) return null
  const shown = all ? entries : entries.slice(0, SHOWN)
  return (
    <>
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {shown.map((entry) => (
          <li key={entry.id} className="flex min-h-12 items-center gap-3 py-2">
            <span className="w-20 shrink-0 text-sm text-soft">{t('today.anytime')}</span>
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
      {shown.length < entries.length && (
        <Button look="quiet" onClick={() => setAll(true)} className="mt-1">
          {t('today.more', { count: entries.length - shown.length })}
        </Button>
      )}
    </>
  )
}
