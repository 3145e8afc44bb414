import { useState } from 'react'
import type { FormEvent } from 'react'

import type { Passkey } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { deviceName } from '@/shared/lib/device'
import { ago } from '@/shared/lib/time'
import { useWork } from '@/shared/lib/useWork'
import { passkeysPossible } from '@/shared/lib/webauthn'
import { Button, IconButton } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { TextField } from '@/shared/ui/Field'
import { Icon } from '@/shared/ui/Icon'
import { Notice } from '@/shared/ui/Notice'

import { RenameForm } from './RenameForm'
import { addPasskey, removePasskey, renamePasskey } from './securityApi'

interface Props {
  passkeys: Passkey[]
  onChanged: (codes?: string[] | null) => Promise<void>
}

export function Passkeys({ passkeys, onChanged }: Props) {
  const t = useText()
  return (
    <Card className="grid grid-cols-1 gap-4 p-4 sm:p-5">
      <p className="text-soft">{t('security.passkeys.lead')}</p>
      {passkeys.length > 0 && (
        <ul className="grid grid-cols-1 gap-3">
          {passkeys.map((passkey) => (
            <li key={passkey.id}>
              <Row passkey={passkey} onChanged={onChanged} />
            </li>
          ))}
        </ul>
      )}
      {passkeysPossible() ? (
        <NewPasskey onAdded={onChanged} />
      ) : (
        <Notice tone="plain" icon="key">
          {t('auth.passkeyProblem.impossible')}
        </Notice>
      )}
    </Card>
  )
}

interface RowProps {
  passkey: Passkey
  onChanged: Props['onChanged']
}

function Row({ passkey, onChanged }: RowProps) {
  const t = useText()
  const [renaming, setRenaming] = useState(false)
  const { busy, problem, run } = useWork()
  const { id, name, createdAt, lastUsedAt, backedUp } = passkey
  const used =
    lastUsedAt == null
      ? t('security.passkeys.added', { ago: ago(createdAt) })
      : t('security.passkeys.used', { ago: ago(lastUsedAt) })
  return (
    <div className="grid grid-cols-1 gap-3">
      <div className="flex items-center gap-3">
        <Icon name="key" className="size-5 text-soft" />
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium">{name}</p>
          <p className="text-sm text-soft">
            {used}
            {backedUp && ` · ${t('security.passkeys.synced')}`}
          </p>
        </div>
        <IconButton
          icon="edit"
          label={t('security.rename', { name })}
          aria-expanded={renaming}
          onClick={() => setRenaming(!renaming)}
        />
        <IconButton
          icon="trash"
          label={t('security.passkeys.remove', { name })}
          disabled={busy}
          onClick={() =>
            void run(() => removePasskey(id)).then((done) => (done ? onChanged() : undefined))
          }
        />
      </div>
      {renaming && (
        <RenameForm
          name={name}
          onCancel={() => setRenaming(false)}
          onSave={async (next) => {
            await renamePasskey(id, next)
            setRenaming(false)
            await onChanged()
          }}
        />
      )}
      {problem !== null && <Notice>{problem.message}</Notice>}
    </div>
  )
}

function NewPasskey({ onAdded }: { onAdded: Props['onChanged'] }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState(deviceName)
  const { busy, problem, run } = useWork()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void run(async () => {
      const codes = await addPasskey(name.trim())
      setOpen(false)
      await onAdded(codes)
    })
  }
  if (!open) {
    return (
      <Button icon="plus" onClick={() => setOpen(true)} className="justify-self-start">
        {t('security.passkeys.add')}
      </Button>
    )
  }
  return (
    <form onSubmit={submit} className="grid gap-3">
      <TextField
        label={t('security.passkeys.name')}
        hint={t('security.passkeys.nameHint')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={problem?.fields['name']}
        maxLength={80}
        // The form opens because it was asked for.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        required
      />
      {problem !== null && problem.fields['name'] === undefined && (
        <Notice>{problem.message}</Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" icon="key" busy={busy}>
          {t('security.passkeys.create')}
        </Button>
        <Button look="quiet" onClick={() => setOpen(false)}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
