import { useState } from 'react'
import type { FormEvent } from 'react'

import { useText } from '@/shared/i18n/i18n'
import { useWork } from '@/shared/lib/useWork'
import { Button } from '@/shared/ui/Button'
import { TextField } from '@/shared/ui/Field'

interface Props {
  name: string
  onSave: (name: string) => Promise<void>
  onCancel: () => void
}

export function RenameForm({ name: known, onSave, onCancel }: Props) {
  const t = useText()
  const [name, setName] = useState(known)
  const { busy, problem, run } = useWork()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void run(() => onSave(name.trim()))
  }
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
      <div className="min-w-0 flex-1 basis-44">
        <TextField
          label={t('security.newName')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onCancel()
          }}
          error={problem?.message}
          maxLength={80}
          // The field opens because it was asked for.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          required
        />
      </div>
      <Button type="submit" look="primary" busy={busy}>
        {t('common.save')}
      </Button>
      <Button look="quiet" onClick={onCancel}>
        {t('common.cancel')}
      </Button>
    </form>
  )
}
