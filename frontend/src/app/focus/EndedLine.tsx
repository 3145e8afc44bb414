import type { FocusSession } from '@/shared/api/types'
import { useFocus, wishFocus } from '@/shared/focus/focusStore'
import { useText } from '@/shared/i18n/i18n'
import { complete, useTasks } from '@/shared/tasks/taskStore'
import { Button, IconButton } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'

const close = (): void => useFocus.setState({ ended: null })

/** What the time brought, and what could come next. */
export function EndedLine({ session }: { session: FocusSession }) {
  const t = useText()
  const { taskId, actualMinutes, distractions } = session
  const task = useTasks((state) => (taskId == null ? undefined : state.tasks[taskId]))
  const open = task !== undefined && (task.status === 'OPEN' || task.status === 'DOING')
  return (
    <section
      aria-label={t('focus.bar')}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-accent-soft px-4 py-1.5"
    >
      <Icon name="check" className="size-5 text-accent" />
      <p role="status" className="min-w-0 flex-1 basis-48">
        <span className="font-medium">{t('focus.ended', { count: actualMinutes ?? 0 })}</span>
        {task !== undefined && ` · ${task.title}`}
        {distractions.length > 0 && ` · ${t('focus.parked', { count: distractions.length })}`}
      </p>
      <span className="flex flex-wrap gap-1">
        {open && (
          <Button
            look="accent"
            onClick={() => {
              close()
              void complete(task)
            }}
          >
            {t('focus.taskDone')}
          </Button>
        )}
        <Button
          look="quiet"
          onClick={() => {
            close()
            wishFocus(open ? task.id : null)
          }}
        >
          {t('focus.again')}
        </Button>
        <IconButton icon="close" label={t('common.dismiss')} onClick={close} />
      </span>
    </section>
  )
}
