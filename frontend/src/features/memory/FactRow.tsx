import { useState } from 'react'

import type { Memory } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { longDay } from '@/shared/lib/time'
import { useWork } from '@/shared/lib/useWork'
import { IconButton } from '@/shared/ui/Button'
import { Notice } from '@/shared/ui/Notice'

import { FactForm } from './FactForm'
import { changeMemory, forget } from './memoryApi'

interface Props {
  memory: Memory
  onChanged: () => Promise<void>
}

/** A fact, who wrote it down and when, to be put in other words or forgotten. */
export function FactRow({ memory, onChanged }: Props) {
  const t = useText()
  const [editing, setEditing] = useState(false)
  const work = useWork()
  const change = (doing: () => Promise<unknown>) =>
    work.run(async () => {
      await doing()
      setEditing(false)
      await onChanged()
    })
  return (
    <li className="p-4">
      {work.problem !== null && <Notice>{work.problem.message}</Notice>}
      {editing ? (
        <FactForm
          label={t('memory.fact')}
          submit={t('memory.save')}
          initial={memory.fact}
          onSubmit={(fact) => change(() => changeMemory(memory.id, fact))}
        />
      ) : (
        <div className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <p className="break-words">{memory.fact}</p>
            <p className="text-sm text-soft">
              {t(`memory.source.${memory.source}`, { day: longDay(memory.createdAt) })}
            </p>
          </div>
          <IconButton
            icon="edit"
            label={t('memory.edit', { fact: memory.fact })}
            onClick={() => setEditing(true)}
          />
          <IconButton
            icon="trash"
            label={t('memory.forget', { fact: memory.fact })}
            onClick={() => void change(() => forget(memory.id))}
          />
        </div>
      )}
    </li>
  )
}
