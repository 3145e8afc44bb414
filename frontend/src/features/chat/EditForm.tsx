import { useState } from 'react'
import type { FormEvent } from 'react'

import { useText } from '@/shared/i18n/i18n'
import { newId } from '@/shared/lib/ids'
import { useWork } from '@/shared/lib/useWork'
import { Button } from '@/shared/ui/Button'
import { inputLook } from '@/shared/ui/Field'

import { revise } from './branches'
import type { Line } from './thread'

/** Another wording of a message; it goes when the service has taken it, whose answer may take longer. */
export function EditForm({ line, onClose }: { line: Line; onClose: () => void }) {
  const t = useText()
  const [text, setText] = useState(line.content)
  const [id] = useState(() => newId())
  const { busy, problem, run } = useWork()
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (text.trim() === '') return
    if (await run(() => revise(line, id, text.trim()))) onClose()
  }
  return (
    <form
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
      className="grid w-full gap-2"
    >
      <textarea
        aria-label={t('chat.editing')}
        value={text}
        rows={3}
        onChange={(event) => setText(event.target.value)}
        // The form opens because its button was pressed.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className={inputLook}
      />
      <p className="text-sm text-soft">{t('chat.editHint')}</p>
      {problem !== null && (
        <p role="alert" className="text-sm text-wait">
          {problem.fields['content'] ?? problem.message}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" look="primary" busy={busy}>
          {t('chat.sendEdit')}
        </Button>
      </div>
    </form>
  )
}
