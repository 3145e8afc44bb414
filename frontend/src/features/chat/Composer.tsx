import { useLayoutEffect, useRef, useState } from 'react'
import type { FormEvent, KeyboardEvent } from 'react'
import { useLocation } from 'react-router'

import { useText } from '@/shared/i18n/i18n'
import { Icon } from '@/shared/ui/Icon'

interface Props {
  onSend: (text: string) => void
  /** Present while an answer is being written. */
  onStop?: (() => void) | undefined
}

const TALLEST = 200

/** The field for the next message: Enter sends, Shift+Enter breaks the line. */
export function Composer({ onSend, onStop }: Props) {
  const t = useText()
  const draft = (useLocation().state as { draft?: string } | null)?.draft
  const [text, setText] = useState(draft ?? '')
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const area = field.current
    if (area === null) return
    area.style.height = 'auto'
    area.style.height = `${Math.min(area.scrollHeight, TALLEST)}px`
  }, [text])
  const submit = (event?: FormEvent): void => {
    event?.preventDefault()
    if (text.trim() === '') return
    onSend(text.trim())
    setText('')
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    submit()
  }
  return (
    <form
      onSubmit={submit}
      className="flex items-end gap-2 rounded-3xl border border-line bg-surface p-1.5 pl-5 shadow-card focus-within:border-accent"
    >
      <textarea
        ref={field}
        value={text}
        rows={1}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        aria-label={t('chat.message')}
        placeholder={t('chat.placeholder')}
        enterKeyHint="send"
        className="min-w-0 flex-1 resize-none bg-transparent py-2.5 outline-none placeholder:text-soft/80"
      />
      {onStop !== undefined && (
        <button
          type="button"
          onClick={onStop}
          className="inline-flex min-h-11 items-center gap-1.5 rounded-full border border-line px-4 font-medium hover:border-line-strong"
        >
          <Icon name="stop" className="size-5" />
          {t('chat.stop')}
        </button>
      )}
      <button
        type="submit"
        aria-label={t('chat.send')}
        title={t('chat.send')}
        disabled={text.trim() === ''}
        className="grid size-11 shrink-0 place-items-center rounded-full bg-accent text-on-accent transition-colors hover:bg-accent-strong disabled:bg-sunken disabled:text-soft"
      >
        <Icon name="send" />
      </button>
    </form>
  )
}
