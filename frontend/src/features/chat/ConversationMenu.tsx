import { useEffect, useRef, useState } from 'react'
import type { FormEvent } from 'react'

import type { Conversation, ConversationPatch } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { saveFile } from '@/shared/lib/saveFile'
import { useWork } from '@/shared/lib/useWork'
import { Button, IconButton } from '@/shared/ui/Button'
import { TextField } from '@/shared/ui/Field'

import { changeConversation, exportConversation } from './chatApi'
import { loadConversations } from './chatStore'

/** What can be done with a conversation as a whole. */
export function ConversationMenu({ conversation }: { conversation: Conversation }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open) return undefined
    const look = (event: PointerEvent): void => {
      if (!(event.target instanceof Node && box.current?.contains(event.target))) setOpen(false)
    }
    document.addEventListener('pointerdown', look)
    return () => document.removeEventListener('pointerdown', look)
  }, [open])
  return (
    <div
      ref={box}
      role="presentation"
      className="relative"
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false)
      }}
    >
      <IconButton
        icon="more"
        label={t('chat.options')}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && <Panel conversation={conversation} onClose={() => setOpen(false)} />}
    </div>
  )
}

interface PanelProps {
  conversation: Conversation
  onClose: () => void
}

const panelLook =
  'absolute top-12 right-0 z-20 grid w-64 gap-1 rounded-2xl border border-line bg-surface p-2 shadow-card'

function Panel({ conversation, onClose }: PanelProps) {
  const t = useText()
  const { id, pinned, archived } = conversation
  const [renaming, setRenaming] = useState(false)
  const { busy, problem, run } = useWork()
  const change = async (patch: ConversationPatch): Promise<void> => {
    const done = await run(async () => {
      await changeConversation(id, patch)
      await loadConversations()
    })
    if (done) onClose()
  }
  const save = async (): Promise<void> => {
    const done = await run(async () => {
      saveFile(await exportConversation(id), `${conversation.title ?? t('chat.untitled')}.md`)
    })
    if (done) onClose()
  }
  return (
    <div className={panelLook}>
      {renaming ? (
        <Rename
          title={conversation.title ?? ''}
          busy={busy}
          onRename={(title) => void change({ title })}
        />
      ) : (
        <>
          <Button look="quiet" icon="edit" onClick={() => setRenaming(true)} className={itemLook}>
            {t('chat.rename')}
          </Button>
          <Button
            look="quiet"
            icon="pin"
            disabled={busy}
            onClick={() => void change({ pinned: !pinned })}
            className={itemLook}
          >
            {t(pinned ? 'chat.unpin' : 'chat.pin')}
          </Button>
          <Button
            look="quiet"
            icon="download"
            disabled={busy}
            onClick={() => void save()}
            className={itemLook}
          >
            {t('chat.export')}
          </Button>
          <Button
            look="quiet"
            icon="archive"
            disabled={busy}
            onClick={() => void change({ archived: !archived })}
            className={itemLook}
          >
            {t(archived ? 'chat.unarchive' : 'chat.archive')}
          </Button>
        </>
      )}
      {problem !== null && (
        <p role="alert" className="px-3 text-sm text-wait">
          {problem.fields['title'] ?? problem.message}
        </p>
      )}
    </div>
  )
}

const itemLook = 'justify-start!'

interface RenameProps {
  title: string
  busy: boolean
  onRename: (title: string) => void
}

function Rename({ title, busy, onRename }: RenameProps) {
  const t = useText()
  const [name, setName] = useState(title)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onRename(name.trim())
  }
  return (
    <form onSubmit={submit} className="grid gap-2 p-1">
      <TextField
        label={t('chat.newName')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        maxLength={200}
        required
        // The form opens because its button was pressed.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
      />
      <Button type="submit" look="primary" busy={busy}>
        {t('common.save')}
      </Button>
    </form>
  )
}
