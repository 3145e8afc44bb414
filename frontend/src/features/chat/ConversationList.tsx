import { Link, useNavigate } from 'react-router'

import { useText } from '@/shared/i18n/i18n'
import { ago } from '@/shared/lib/time'
import { IconButton } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'

import { deleteConversation } from './chatApi'
import { loadConversations, useChat } from './chatStore'

interface Props {
  current: string | undefined
  onChoose?: () => void
}

export function ConversationList({ current, onChoose }: Props) {
  const t = useText()
  const navigate = useNavigate()
  const conversations = useChat((state) => state.conversations)
  const remove = async (id: string): Promise<void> => {
    await deleteConversation(id).catch(() => undefined)
    await loadConversations()
    if (id === current) await navigate('/chat')
  }
  if (conversations === null || conversations.length === 0) {
    return <p className="px-3 py-2 text-sm text-soft">{t('chat.noConversations')}</p>
  }
  return (
    <nav aria-label={t('chat.conversations')}>
      <ul className="grid grid-cols-1 gap-0.5">
        {conversations.map(({ id, title, channel, activeAt }) => (
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
              <span className="block truncate text-[0.9375rem]">{title ?? t('chat.untitled')}</span>
              <span className="flex items-center gap-1 text-xs text-soft">
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
    </nav>
  )
}
