import { useState } from 'react'
import { useNavigate } from 'react-router'

import type { Problem } from '@/shared/api/errors'
import type { Task } from '@/shared/api/types'
import { startFocus, useFocus, wishFocus } from '@/shared/focus/focusStore'
import { useText } from '@/shared/i18n/i18n'
import { firstStepOf } from '@/shared/tasks/order'
import { TaskFacts } from '@/shared/tasks/TaskFacts'
import { complete, postpone, useTasks } from '@/shared/tasks/taskStore'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'

interface Props {
  task: Task
  why: string | null
  onProblem: (problem: Problem | null) => void
}

type Kind = 'done' | 'later' | 'begin'

/** So little of it that it can be begun. */
const SMALL = 2

const works: Record<Kind, (task: Task) => Promise<Problem | null>> = {
  done: complete,
  later: postpone,
  begin: ({ id }) => startFocus({ mode: 'COUNTDOWN', plannedMinutes: SMALL, taskId: id }),
}

/** The one next task, its first step, why it is this one, and what one can do with it. */
export function NowCard({ task, why, onProblem }: Props) {
  const t = useText()
  const navigate = useNavigate()
  const step = useTasks(({ tasks }) => firstStepOf(task, Object.values(tasks)))
  const focusing = useFocus((state) => state.current !== null)
  const [busy, setBusy] = useState<Kind | null>(null)
  const run = async (kind: Kind): Promise<void> => {
    setBusy(kind)
    onProblem(await works[kind](task))
    setBusy(null)
  }
  return (
    <section aria-label={t('today.now')}>
      <Card className="grid animate-rise grid-cols-1 gap-5 p-5 sm:p-7">
        <div className="grid gap-2">
          <p className="text-sm font-semibold text-accent">{t('today.now')}</p>
          <h2 className="text-[1.625rem] leading-snug font-semibold tracking-tight sm:text-[2rem]">
            {task.title}
          </h2>
          <TaskFacts task={task} saysCarried />
          {step !== undefined && (
            <p className="text-lg">{t('today.firstStep', { step: step.title })}</p>
          )}
          {why !== null && why !== '' && <p className="text-soft">{t('today.why', { why })}</p>}
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
          {!focusing && (
            <>
              <Button
                busy={busy === 'begin'}
                onClick={() => void run('begin')}
                className="flex-1 sm:flex-none"
              >
                {t('today.two')}
              </Button>
              <Button
                icon="play"
                onClick={() => wishFocus(task.id)}
                className="flex-1 sm:flex-none"
              >
                {t('today.focus')}
              </Button>
            </>
          )}
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
