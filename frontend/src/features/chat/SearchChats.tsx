import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

import { toProblem } from '@/shared/api/errors'
import type { FoundMessage } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { ago } from '@/shared/lib/time'
import { TextField } from '@/shared/ui/Field'
import { Notice } from '@/shared/ui/Notice'

import { searchMessages } from './chatApi'

/** While somebody types, nothing is asked. */
const PAUSE_MILLIS = 250

interface Props {
  onChoose?: (() => void) | undefined
  /** What is there while nothing is looked for. */
  children: ReactNode
}

/** Looks for words in all conversations. */
export function SearchChats({ onChoose, children }: Props) {
  const t = useText()
  const [words, setWords] = useState('')
  const { found, problem } = useFound(words.trim())
  return (
    <div role="search" className="grid gap-3">
      <TextField
        label={t('chat.search')}
        type="search"
        maxLength={200}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {problem !== null && <Notice>{problem}</Notice>}
      <p role="status" className="sr-only">
        {found !== null && t('chat.found', { count: found.length })}
      </p>
      {words.trim() === '' ? (
        children
      ) : (
        <ul aria-label={t('chat.search')} className="grid gap-0.5">
          {found?.map((message) => (
            <li key={message.messageId} className="rounded-xl hover:bg-sunken">
              <Link
                to={`/chat/${message.conversationId}`}
                onClick={onChoose}
                className="block px-3 py-2"
              >
                <span className="block truncate text-[0.9375rem]">
                  {message.title ?? t('chat.untitled')}
                </span>
                <Snippet segments={message.snippet} />
                <span className="text-xs text-soft">{ago(message.createdAt)}</span>
              </Link>
            </li>
          ))}
          {found?.length === 0 && (
            <li className="px-3 py-2 text-sm text-soft">{t('chat.nothingFound')}</li>
          )}
        </ul>
      )}
    </div>
  )
}

function Snippet({ segments }: { segments: FoundMessage['snippet'] }) {
  return (
    <span className="line-clamp-2 text-sm text-soft">
      {segments.map(({ text, match }, at) =>
        match ? (
          // eslint-disable-next-line react/no-array-index-key -- pieces of one text
          <mark key={at} className="bg-accent-soft font-medium text-ink">
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </span>
  )
}

function useFound(words: string): { found: FoundMessage[] | null; problem: string | null } {
  const [state, setState] = useState<{ found: FoundMessage[] | null; problem: string | null }>({
    found: null,
    problem: null,
  })
  useEffect(() => {
    let wanted = words !== ''
    if (!wanted) {
      setState({ found: null, problem: null })
      return undefined
    }
    const timer = setTimeout(() => {
      searchMessages(words).then(
        (found) => wanted && setState({ found, problem: null }),
        (error: unknown) => wanted && setState({ found: null, problem: toProblem(error).message }),
      )
    }, PAUSE_MILLIS)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [words])
  return state
}
