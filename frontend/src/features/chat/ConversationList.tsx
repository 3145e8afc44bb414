import { useState } from 'react'
import { Link, useNavigate } from 'react-router'

import { useText } from '@/shared/i18n/i18n'
import { ago } from '@/shared/lib/time'
import { Button, IconButton } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'

import { deleteConversation } from './chatApi'
import { loadArchived, loadConversations, useChat } from './chatStore'
import { SearchChats } from './SearchChats'

interface Props {
  current: string | undefined
  onChoose?: () => void
}

export function ConversationList({ current, onChoose }: Props) {
  const t = useText()
  const navigate = useNavigate()
  const [away, setAway] = useState(false)
  const conversations = useChat((state) => (away ? state.archived : state.conversations))
  const toggle = (): void => {
    setAway(!away)
    if (!away) void loadArchived()
  }
  const remove = async (id: string): Promise<void> => {
    await deleteConversation(id).catch(() => undefined)
    await loadConversations()
    if (id === current) await navigate('/chat')
  }
  return (
    <nav aria-label={t('chat.conversations')}>
      <SearchChats onChoose={onChoose}>
        {away && (
          <h2 className="px-3 pb-1 text-sm font-semibold text-soft">{t('chat.archived')}</h2>
        )}
        {(conversations ?? []).length === 0 && !away && (
          <p className="px-3 py-2 text-sm text-soft">{t('chat.noConversations')}</p>
        )}
        <ul className="grid grid-cols-1 gap-0.5">
          {conversations?.map(({ id, title, channel, activeAt, pinned }) => (
            <li
              key={id}
              className={`group relative flex min-w-0 items-center rounded-xl ${id === current ? 'bg-accent-soft' : 'hover:bg-sunken'}`}
            >
              <Link
                to={`/chat/${id}`}
                onClick={onChoose}
                aria-current={id === current ? 'page' : undefined}
                className="min-w-0 flex-1 rounded-xl px-3 py-2"
              >
                <span className="block truncate text-[0.9375rem]">
                  {title ?? t('chat.untitled')}
                </span>
                <span className="flex items-center gap-1 text-xs text-soft">
                  {pinned && <Icon name="pin" className="size-3.5" />}
                  {pinned && <span className="sr-only">{t('chat.pinned')}, </span>}
                  {channel === 'SMS' && <Icon name="phone" className="size-3.5" />}
                  {channel === 'SMS' && `${t('chat.bySms')} · `}
                  {ago(activeAt)}
                </span>
              </Link>
              <span className="lg:absolute lg:right-0 lg:rounded-xl lg:bg-sunken lg:opacity-0 lg:group-focus-within:opacity-100 lg:group-hover:opacity-100">
                <IconButton
                  icon="trash"
                  label={t('chat.delete', { title: title ?? t('chat.untitled') })}
                  onClick={() => void remove(id)}
                />
              </span>
            </li>
          ))}
        </ul>
        <Button look="quiet" icon="archive" onClick={toggle} className="mt-3 w-full justify-start!">
          {t(away ? 'chat.showCurrent' : 'chat.showArchived')}
        </Button>
      </SearchChats>
    </nav>
  )
}
