import { useEffect, useRef, useState } from 'react'

import type { Message } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import type { TextKey } from '@/shared/i18n/i18n'
import { money } from '@/shared/lib/money'
import { Mark } from '@/shared/ui/Brand'
import { Button, IconButton } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'

import { Announcer } from './Announcer'
import { regenerate } from './branches'
import { retry } from './chatStore'
import { EditForm } from './EditForm'
import { RichText } from './RichText'
import { isWriting, shownText } from './thread'
import type { Line, Thread } from './thread'
import { ToolCard } from './ToolCard'
import { Versions } from './Versions'

interface Props {
  thread: Thread
  /** True where nothing can be said differently: it went out as text messages. */
  fixed: boolean
  /** Reads what was said before; absent when that is all. */
  onEarlier?: (() => void) | undefined
  onSuggest: (text: string) => void
}

const NEAR_END = 120

/** The conversation, oldest first; stays at its end while the reader is there. */
export function MessageList({ thread, fixed, onEarlier, onSuggest }: Props) {
  const t = useText()
  const box = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  useEffect(() => {
    const list = box.current
    if (list !== null && atEnd.current) list.scrollTop = list.scrollHeight
  }, [thread])
  const settled = !fixed && !thread.some((line) => isWriting(line) || line.delivery !== undefined)
  const waiting = thread.at(-1)?.role === 'USER' && thread.at(-1)?.delivery !== 'failed'
  return (
    <div
      ref={box}
      onScroll={({ currentTarget: list }) => {
        atEnd.current = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END
      }}
      className="min-h-0 flex-1 overflow-y-auto"
    >
      <div
        role="log"
        aria-live="off"
        aria-label={t('chat.log')}
        className="mx-auto grid w-full max-w-3xl gap-6 px-4 py-6 sm:px-6"
      >
        {onEarlier !== undefined && (
          <Button look="quiet" onClick={onEarlier} className="justify-self-center">
            {t('chat.earlier')}
          </Button>
        )}
        {thread.length === 0 && <Welcome onSuggest={onSuggest} />}
        {thread.map((line) =>
          line.role === 'USER' ? (
            <Mine key={line.id} line={line} revisable={settled} />
          ) : (
            <Answer key={line.id} line={line} revisable={settled} />
          ),
        )}
        {waiting && <Thinking />}
      </div>
      <Announcer thread={thread} />
    </div>
  )
}

interface LineProps {
  line: Line
  revisable: boolean
}

/** Lines that are out of sight cost nothing to lay out. */
const lineLook = '[contain-intrinsic-size:auto_6rem] [content-visibility:auto]'

function Mine({ line, revisable }: LineProps) {
  const t = useText()
  const [editing, setEditing] = useState(false)
  if (editing) return <EditForm line={line} onClose={() => setEditing(false)} />
  return (
    <div className={`group grid justify-items-end gap-1 ${lineLook}`}>
      <p
        className={`max-w-[85%] rounded-3xl rounded-br-lg bg-accent-soft px-4 py-2.5 whitespace-pre-wrap ${line.delivery === 'sending' ? 'opacity-70' : ''}`}
      >
        <span className="sr-only">{t('chat.you')}: </span>
        {line.content}
      </p>
      <div className="flex items-center">
        <Versions line={line} />
        {revisable && (
          <IconButton icon="edit" label={t('chat.edit')} onClick={() => setEditing(true)} />
        )}
      </div>
      {line.delivery === 'failed' && (
        <p className="flex items-center gap-1 text-sm text-wait">
          {t('chat.notSent')}
          <Button look="accent" icon="refresh" onClick={() => retry(line)}>
            {t('chat.retry')}
          </Button>
        </p>
      )}
    </div>
  )
}

function Answer({ line, revisable }: LineProps) {
  const t = useText()
  const text = shownText(line)
  const writing = isWriting(line)
  return (
    <article
      aria-label={t('chat.assistant')}
      aria-busy={writing}
      className={`flex gap-3 ${lineLook}`}
    >
      <Mark className="mt-0.5 size-7" />
      <div className="grid min-w-0 flex-1 gap-3">
        {line.toolCalls.map((call) => (
          <ToolCard key={call.id} call={call} />
        ))}
        {text !== '' && <RichText text={text} />}
        {writing && text === '' && line.toolCalls.length === 0 && <Dots />}
        {line.status === 'FAILED' && <p className="text-sm text-wait">{t('chat.failed')}</p>}
        {line.status === 'STOPPED' && <p className="text-sm text-soft">{t('chat.stopped')}</p>}
        <div className="flex flex-wrap items-center gap-x-2">
          <Versions line={line} />
          {revisable && (
            <IconButton
              icon="refresh"
              label={t('chat.again')}
              onClick={() => void regenerate(line)}
            />
          )}
          {!writing && line.usage != null && <Footnote usage={line.usage} />}
        </div>
      </div>
    </article>
  )
}

function Footnote({ usage }: { usage: NonNullable<Message['usage']> }) {
  const t = useText()
  const tokens = usage.inputTokens + usage.outputTokens
  return (
    <p className="text-xs text-soft">
      {usage.model} · {t('chat.tokens', { count: tokens })} ·{' '}
      {money(usage.costMicros, usage.currency)}
    </p>
  )
}

function Thinking() {
  const t = useText()
  return (
    <div role="status" className="flex items-center gap-3">
      <Mark className="size-7" />
      <span className="sr-only">{t('chat.thinking')}</span>
      <Dots />
    </div>
  )
}

function Dots() {
  return (
    <span aria-hidden="true" className="flex gap-1 py-2">
      <span className="size-2 animate-breathe rounded-full bg-accent" />
      <span className="size-2 animate-breathe rounded-full bg-accent [animation-delay:0.2s]" />
      <span className="size-2 animate-breathe rounded-full bg-accent [animation-delay:0.4s]" />
    </span>
  )
}

const suggestions: TextKey[] = ['chat.try.remind', 'chat.try.next', 'chat.try.tomorrow']

function Welcome({ onSuggest }: { onSuggest: (text: string) => void }) {
  const t = useText()
  return (
    <div className="grid gap-3 pt-6 md:pt-16">
      <Mark className="size-12" />
      <h2 className="mt-2 text-2xl font-semibold tracking-tight">{t('chat.welcome')}</h2>
      <p className="max-w-lg text-soft">{t('chat.welcomeLead')}</p>
      <ul className="mt-2 grid justify-items-start gap-2">
        {suggestions.map((key) => (
          <li key={key}>
            <button
              type="button"
              onClick={() => onSuggest(t(key))}
              className="flex min-h-11 items-center gap-3 rounded-2xl border border-line bg-surface px-4 py-2 text-left hover:border-accent"
            >
              <Icon name="spark" className="size-5 text-accent" />
              {t(key)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
