import { useEffect, useRef, useState } from 'react'
import type { FormEvent } from 'react'

import type { Understood } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import {
  capture,
  discardCapture,
  dismissAdded,
  sendCaptures,
  useCaptures,
} from '@/shared/tasks/captures'
import { Button, IconButton } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'

/** One field for whatever is on one's mind; shows what was understood, and what still waits to be sent. */
export function QuickCapture() {
  const t = useText()
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => dismissAdded, [])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim() === '') return
    void capture(text)
    setText('')
    field.current?.focus()
  }
  return (
    <div className="grid grid-cols-1 gap-2">
      <form
        onSubmit={submit}
        className="flex items-center gap-1 rounded-2xl border border-line bg-surface p-1.5 pl-4 shadow-card focus-within:border-accent"
      >
        <Icon name="plus" className="size-5 text-soft" />
        <input
          ref={field}
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-label={t('capture.label')}
          placeholder={t('capture.placeholder')}
          enterKeyHint="done"
          autoComplete="off"
          className="min-h-11 min-w-0 flex-1 bg-transparent px-2 outline-none placeholder:text-soft/80"
        />
        <Button type="submit" look="accent" disabled={text.trim() === ''}>
          {t('capture.add')}
        </Button>
      </form>
      <Added />
      <Waiting />
    </div>
  )
}

function Added() {
  const t = useText()
  const added = useCaptures((state) => state.added)
  if (added === null) return null
  return (
    <div
      role="status"
      className="flex animate-rise flex-wrap items-center gap-x-2 gap-y-1.5 rounded-xl bg-accent-soft py-1.5 pr-1.5 pl-4"
    >
      <Icon name="check" className="size-5 text-accent" />
      <span className="font-medium">{added.task.title}</span>
      <span className="flex flex-1 flex-wrap gap-1.5">
        {added.understood.map((part) => (
          <Part key={`${part.kind}-${part.text}`} part={part} />
        ))}
      </span>
      <IconButton icon="close" label={t('common.dismiss')} onClick={dismissAdded} />
    </div>
  )
}

function Part({ part }: { part: Understood }) {
  return (
    <span className="rounded-full border border-accent/30 px-2.5 py-0.5 text-sm text-soft">
      {part.text}
    </span>
  )
}

function Waiting() {
  const t = useText()
  const waiting = useCaptures((state) => state.waiting)
  if (waiting.length === 0) return null
  return (
    <ul className="grid gap-1.5">
      {waiting.map((entry) => (
        <li
          key={entry.id}
          className="flex items-center gap-3 rounded-xl border border-wait-line bg-wait-soft py-1 pr-1 pl-4 text-wait"
        >
          <Icon name="clock" className="size-5" />
          <span className="min-w-0 flex-1 py-1.5">
            <span className="block text-ink">{entry.text}</span>
            <span className="block text-sm">{entry.refusal ?? t('capture.waiting')}</span>
          </span>
          {entry.refusal === undefined && (
            <IconButton
              icon="refresh"
              label={t('capture.sendNow')}
              onClick={() => void sendCaptures()}
            />
          )}
          <IconButton
            icon="close"
            label={t('capture.discard')}
            onClick={() => void discardCapture(entry.id)}
          />
        </li>
      ))}
    </ul>
  )
}
