import { useState } from 'react'
import { useNavigate } from 'react-router'

import type { Problem } from '@/shared/api/errors'
import type { Task } from '@/shared/api/types'
import { wishFocus } from '@/shared/focus/focusStore'
import { useText } from '@/shared/i18n/i18n'
import { TaskFacts } from '@/shared/tasks/TaskFacts'
import { complete, postpone } from '@/shared/tasks/taskStore'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'

interface Props {
  task: Task
  why: string | null
  onProblem: (problem: Problem | null) => void
}

/** The one next task, why it is this one, and the three things one can do with it. */
export function NowCard({ task, why, onProblem }: Props) {
  const t = useText()
  const navigate = useNavigate()
  const [busy, setBusy] = useState<'done' | 'later' | null>(null)
  const run = async (kind: 'done' | 'later'): Promise<void> => {
    setBusy(kind)
    onProblem(await (kind === 'done' ? complete(task) : postpone(task)))
    setBusy(null)
  }
  return (
    <section aria-label={t('today.now')}>
      <Card className="grid animate-rise gap-5 p-5 sm:p-7">
        <div className="grid gap-2">
          <p className="text-sm font-semibold text-accent">{t('today.now')}</p>
          <h2 className="text-[1.625rem] leading-snug font-semibold tracking-tight sm:text-[2rem]">
            {task.title}
          </h2>
          <TaskFacts task={task} saysCarried />
          {why !== null && why !== '' && <p className="text-soft">{why}</p>}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button
            look="primary"
            icon="check"
            busy={busy === 'done'}
            onClick={() => void run('done')}
            className="flex-1 basis-full sm:flex-none sm:basis-auto sm:px-7"
          >
            {t('today.done')}
          </Button>
          <Button
            busy={busy === 'later'}
            onClick={() => void run('later')}
            className="flex-1 sm:flex-none"
          >
            {t('today.notToday')}
          </Button>
          <Button icon="play" onClick={() => wishFocus(task.id)} className="flex-1 sm:flex-none">
            {t('today.focus')}
          </Button>
          <Button
            look="quiet"
            onClick={() =>
              void navigate('/chat', { state: { draft: t('today.draft', { title: task.title }) } })
            }
            className="flex-1 sm:flex-none"
          >
            {t('today.chat')}
          </Button>
        </div>
      </Card>
    </section>
  )
}
