import { useText } from '@/shared/i18n/i18n'
import { clockTime, duration } from '@/shared/lib/time'

import { endOf, takenMinutes } from './timeline'
import type { Timed } from './timeline'

interface Props {
  entries: Timed[]
  now: Date
  from: number
  until: number
}

const WIDTH = 1000
const HEIGHT = 28
const HOUR = 3_600_000

/** The day as a band that fills: what went by, what is taken, where one stands. */
export function DayStrip({ entries, now, from, until }: Props) {
  const t = useText()
  const here = Math.min(until, Math.max(from, now.getTime()))
  const place = (at: number): number =>
    (WIDTH * (Math.min(until, Math.max(from, at)) - from)) / (until - from)
  const left = duration(Math.round((until - here) / 60_000))
  const taken = duration(takenMinutes(entries, here, until))
  const hours = Array.from(
    { length: Math.floor((until - from) / (3 * HOUR)) },
    (_, at) => from + (at + 1) * 3 * HOUR,
  )
  return (
    <figure className="grid gap-1">
      <svg
        role="img"
        aria-label={t('today.strip', { now: clockTime(now), left, taken })}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-7 w-full overflow-hidden rounded-lg bg-accent-soft"
      >
        <rect width={place(here)} height={HEIGHT} className="fill-line" />
        {hours.map((hour) => (
          <rect
            key={hour}
            x={place(hour)}
            width="1.5"
            y={HEIGHT - 8}
            height="8"
            className="fill-line-strong"
          />
        ))}
        {entries.map((entry) => (
          <rect
            key={entry.id}
            x={place(Date.parse(entry.at))}
            y="7"
            height={HEIGHT - 14}
            width={Math.max(5, place(endOf(entry)) - place(Date.parse(entry.at)))}
            className={endOf(entry) <= here ? 'fill-line-strong' : 'fill-accent'}
          />
        ))}
        <rect x={place(here) - 2} width="4" height={HEIGHT} className="fill-ink" />
      </svg>
      <figcaption className="flex justify-between text-sm text-soft tabular-nums">
        <span aria-hidden="true">{clockTime(new Date(from))}</span>
        <span className="font-medium text-ink">
          {here >= until ? t('today.over') : t('today.left', { left })}
        </span>
        <span aria-hidden="true">{clockTime(new Date(until))}</span>
      </figcaption>
    </figure>
  )
}
