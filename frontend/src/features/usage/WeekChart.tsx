import { useText } from '@/shared/i18n/i18n'
import { quantity } from '@/shared/lib/money'
import { shortDay, weekday } from '@/shared/lib/time'
import { Card } from '@/shared/ui/Card'

import type { DayOfUse } from './usage'

interface Props {
  days: DayOfUse[]
  today: string
}

const WIDTH = 560
const HEIGHT = 150
const GAP = 14
const LEAST = 3

/** Tokens per day as bars; the picture's text and the table below it say the same. */
export function WeekChart({ days, today }: Props) {
  const t = useText()
  const most = Math.max(1, ...days.map((day) => day.tokens))
  const step = WIDTH / days.length
  return (
    <Card className="p-5">
      <svg
        role="img"
        aria-label={t('usage.chart')}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="w-full"
      >
        {days.map(({ day, tokens }, at) => {
          const height = Math.max(LEAST, (tokens / most) * HEIGHT)
          return (
            <rect
              key={day}
              x={at * step + GAP / 2}
              y={HEIGHT - height}
              width={step - GAP}
              height={height}
              rx={Math.min(6, height / 2)}
              className={day === today ? 'fill-accent' : 'fill-accent/30'}
            >
              <title>{`${shortDay(day, today)}: ${quantity(tokens)}`}</title>
            </rect>
          )
        })}
      </svg>
      <table className="mt-2 w-full table-fixed text-center text-xs text-soft">
        <caption className="sr-only">{t('usage.chart')}</caption>
        <thead>
          <tr>
            {days.map(({ day }) => (
              <th key={day} scope="col" className="truncate font-medium">
                {day === today ? t('usage.todayShort') : weekday(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {days.map(({ day, tokens }) => (
              <td key={day} className="truncate tabular-nums">
                {quantity(tokens)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </Card>
  )
}
