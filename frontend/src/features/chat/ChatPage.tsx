import { useEffect, useState } from 'react'
import { Link, useLocation, useNavigate, useParams } from 'react-router'

import { useText } from '@/shared/i18n/i18n'
import { useRealtime } from '@/shared/realtime/realtime'
import { IconButton } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import { useTitle } from '@/shared/ui/Page'

import {
  loadConversations,
  loadEarlier,
  loadThread,
  NEW,
  sendMessage,
  startNew,
  stop,
  useChat,
} from './chatStore'
import { Composer } from './Composer'
import { ConversationList } from './ConversationList'
import { ConversationMenu } from './ConversationMenu'
import { MessageList } from './MessageList'
import { isWriting } from './thread'
import type { Thread } from './thread'

const none: Thread = []

export function ChatPage() {
  const { id } = useParams()
  const key = id ?? NEW
  const thread = useChat((state) => state.threads[key] ?? none)
  const [listOpen, setListOpen] = useState(false)
  useTitle(useText()('nav.chat'))
  useOpenConversation(id)
  const writing = thread.findLast(isWriting)
  const earlier = useChat((state) => state.earlier[key] ?? null)
  const fixed = useChat(
    ({ conversations }) => conversations?.find((known) => known.id === id)?.channel === 'SMS',
  )
  return (
    <div className="flex h-full">
      <aside className="hidden w-60 shrink-0 overflow-y-auto border-r border-line p-3 lg:block">
        <ConversationList current={id} />
      </aside>
      <div className="relative flex min-w-0 flex-1 flex-col">
        <Header id={id} onList={() => setListOpen((open) => !open)} listOpen={listOpen} />
        {listOpen && (
          <div className="absolute inset-x-0 top-14 bottom-0 z-10 overflow-y-auto bg-bg p-4 lg:hidden">
            <ConversationList current={id} onChoose={() => setListOpen(false)} />
          </div>
        )}
        <MessageList
          key={key}
          thread={thread}
          fixed={fixed}
          onEarlier={
            id === undefined || earlier === null ? undefined : () => void loadEarlier(id, earlier)
          }
          onSuggest={(text) => sendMessage(id ?? null, text)}
        />
        <div className="mx-auto w-full max-w-3xl px-4 pb-3 sm:px-6 md:pb-5">
          <Problem />
          <Composer
            key={key}
            onSend={(text) => sendMessage(id ?? null, text)}
            onStop={writing === undefined ? undefined : () => stop(writing)}
          />
        </div>
      </div>
    </div>
  )
}

/** Reads the conversation, again after every gap, and follows a new one to its own address. */
function useOpenConversation(id: string | undefined): void {
  const navigate = useNavigate()
  const connections = useRealtime((state) => state.opened)
  const opened = useChat((state) => state.opened)
  useEffect(() => void loadConversations(), [])
  useEffect(() => {
    if (id === undefined) startNew()
  }, [id])
  useEffect(() => {
    if (id !== undefined) void loadThread(id)
  }, [id, connections])
  useEffect(() => {
    if (opened === null || id !== undefined) return
    void navigate(`/chat/${opened}`, { replace: true })
  }, [opened, id, navigate])
}

interface HeaderProps {
  id: string | undefined
  onList: () => void
  listOpen: boolean
}

function Header({ id, onList, listOpen }: HeaderProps) {
  const t = useText()
  const { pathname } = useLocation()
  const conversation = useChat(({ conversations, archived }) =>
    [...(conversations ?? []), ...(archived ?? [])].find((known) => known.id === id),
  )
  return (
    <header className="flex min-h-14 items-center gap-1 border-b border-line px-2 sm:px-4">
      <span className="lg:hidden">
        <IconButton
          icon="list"
          label={t('chat.conversations')}
          aria-expanded={listOpen}
          onClick={onList}
        />
      </span>
      <h1 className="min-w-0 flex-1 truncate px-1 font-semibold">
        {conversation?.title ?? t('chat.newTitle')}
      </h1>
      {conversation !== undefined && (
        <ConversationMenu key={conversation.id} conversation={conversation} />
      )}
      {pathname !== '/chat' && (
        <Link
          to="/chat"
          className="inline-flex min-h-11 items-center gap-2 rounded-xl px-3 font-medium text-accent hover:bg-accent-soft"
        >
          <Icon name="plus" />
          {t('chat.new')}
        </Link>
      )}
    </header>
  )
}

function Problem() {
  const t = useText()
  const problem = useChat((state) => state.problem)
  const connection = useRealtime((state) => state.connection)
  if (problem !== null) {
    return (
      <p role="alert" className="pb-2 text-center text-sm text-wait">
        {problem.message}
      </p>
    )
  }
  if (connection !== 'down') return null
  return (
    <p role="status" className="animate-late pb-2 text-center text-sm text-soft">
      {t('chat.reconnecting')}
    </p>
  )
}
