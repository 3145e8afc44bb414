import { useText } from '@/shared/i18n/i18n'
import { clockTime } from '@/shared/lib/time'
import { Answers } from '@/shared/reminders/Answers'
import { settled, useDue } from '@/shared/reminders/due'
import { IconButton } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'

const SHOWN = 3

/** What it is time for, above the corner of every page, until it is answered or put aside. */
export function ReminderToasts() {
  const t = useText()
  const told = useDue((state) => state.told)
  return (
    <ul className="grid gap-2">
      {told.slice(0, SHOWN).map(({ reminder, moment, late }) => (
        <li
          key={reminder.id}
          className="grid animate-rise gap-1 rounded-2xl border border-accent/40 bg-surface p-3 pl-4 shadow-card"
        >
          <div className="flex items-start gap-3">
            <Icon name="bell" className="mt-2.5 size-5 text-accent" />
            <p className="min-w-0 flex-1 py-2 font-medium">
              <span className="sr-only">{t('reminders.due')}: </span>
              {reminder.text}
              {late && (
                <span className="block text-sm font-normal text-soft">
                  {t('reminders.late', { time: clockTime(moment) })}
                </span>
              )}
            </p>
            <IconButton
              icon="close"
              label={t('reminders.named', { action: t('common.dismiss'), text: reminder.text })}
              onClick={() => settled(reminder.id)}
            />
          </div>
          <Answers reminder={reminder} />
        </li>
      ))}
    </ul>
  )
}
