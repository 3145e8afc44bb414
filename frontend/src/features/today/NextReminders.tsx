import { useEffect } from 'react'
import { Link } from 'react-router'

import { useText } from '@/shared/i18n/i18n'
import { useNow, useToday } from '@/shared/lib/clock'
import { clockTime, dayOf, shortDay } from '@/shared/lib/time'
import { useRealtime } from '@/shared/realtime/realtime'
import { refreshReminders, useReminders } from '@/shared/reminders/reminderStore'
import { Icon } from '@/shared/ui/Icon'
import { Section } from '@/shared/ui/Page'

const SHOWN = 3

/** The next things that one will be reminded of; what waits for an answer is first. */
export function NextReminders() {
  const t = useText()
  const today = useToday()
  const now = useNow().toISOString()
  const open = useReminders((state) => state.open)
  const connections = useRealtime((state) => state.opened)
  useEffect(() => void refreshReminders(), [connections])
  if (open === null || open.length === 0) return null
  return (
    <Section
      title={t('today.reminders')}
      aside={
        <Link to="/reminders" className="text-sm font-medium text-accent hover:underline">
          {t('today.allReminders')}
        </Link>
      }
    >
      <ul className="divide-y divide-line border-y border-line">
        {open.slice(0, SHOWN).map((reminder) => (
          <li key={reminder.id} className="flex min-h-12 flex-wrap items-center gap-x-3 py-2">
            <Icon name="bell" className="size-5 text-soft" />
            <span className="min-w-0 flex-1 basis-32">{reminder.text}</span>
            {reminder.status === 'FIRED' || reminder.dueAt <= now ? (
              <span className="rounded-full bg-wait-soft px-2.5 py-0.5 text-sm text-wait">
                {t('today.waiting')}
              </span>
            ) : (
              <time dateTime={reminder.dueAt} className="text-sm text-soft">
                {shortDay(dayOf(reminder.dueAt), today)} {clockTime(reminder.dueAt)}
              </time>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
