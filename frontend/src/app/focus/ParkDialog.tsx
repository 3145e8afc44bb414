import { useState } from 'react'
import type { FormEvent } from 'react'

import type { FocusSession } from '@/shared/api/types'
import { keepDistraction } from '@/shared/focus/focusApi'
import { useFocus } from '@/shared/focus/focusStore'
import { useText } from '@/shared/i18n/i18n'
import { newId } from '@/shared/lib/ids'
import { useWork } from '@/shared/lib/useWork'
import { Button } from '@/shared/ui/Button'
import { Dialog } from '@/shared/ui/Dialog'
import { TextField } from '@/shared/ui/Field'

const LONGEST = 500

const close = (): void => useFocus.setState({ parking: false })

/** One field for what came up meanwhile; Enter keeps it, and the work goes on. */
export function ParkDialog({ session }: { session: FocusSession }) {
  const t = useText()
  const [text, setText] = useState('')
  const [key] = useState(() => newId())
  const { busy, problem, run } = useWork()
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (text.trim() === '') return
    if (await run(() => keepDistraction(session.id, text.trim(), key))) close()
  }
  return (
    <Dialog title={t('focus.park')} lead={t('focus.parkLead')} onClose={close}>
      <form onSubmit={(event) => void submit(event)} className="grid gap-4">
        <TextField
          label={t('focus.thought')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          error={problem === null ? undefined : (problem.fields['text'] ?? problem.message)}
          maxLength={LONGEST}
          autoComplete="off"
          // The dialog was opened to write in it.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
        />
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" look="primary" busy={busy}>
            {t('focus.keep')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
