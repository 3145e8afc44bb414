import { useState } from 'react'
import type { FormEvent } from 'react'

import type { Permission, Role } from '@/shared/api/types'
import { usePermissions } from '@/shared/auth/permissions'
import { useText } from '@/shared/i18n/i18n'
import { useWork } from '@/shared/lib/useWork'
import { Button } from '@/shared/ui/Button'
import { Checkbox } from '@/shared/ui/Checkbox'
import { Dialog } from '@/shared/ui/Dialog'
import { TextField } from '@/shared/ui/Field'
import { Notice } from '@/shared/ui/Notice'

import { changeRole, createRole } from './adminApi'

interface Props {
  /** Null for one that is yet to be. */
  role: Role | null
  roles: Role[]
  permissions: Permission[]
  onClose: () => void
  onSaved: () => Promise<void>
}

/** Makes or changes a custom role; nobody hands out what they lack. */
export function RoleEditor({ role, roles, permissions, onClose, onSaved }: Props) {
  const t = useText()
  const { may } = usePermissions()
  const [name, setName] = useState(role?.name ?? '')
  const [description, setDescription] = useState(role?.description ?? '')
  const [granted, setGranted] = useState(role?.permissions ?? [])
  const [inherits, setInherits] = useState(role?.inherits ?? [])
  const { busy, problem, run } = useWork()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const change = { description: description.trim(), permissions: granted, inherits }
    void run(async () => {
      await (role === null ? createRole(name.trim(), change) : changeRole(role.name, change))
      await onSaved()
    })
  }
  return (
    <Dialog
      title={role === null ? t('admin.roles.add') : t('admin.roles.edit', { name: role.name })}
      onClose={onClose}
    >
      <form onSubmit={submit} className="grid gap-4">
        <TextField
          label={t('admin.roles.name')}
          hint={t('admin.roles.nameHint')}
          error={problem?.fields['name']}
          value={name}
          disabled={role !== null}
          required
          maxLength={40}
          pattern="[A-Z][A-Z0-9_]*"
          onChange={(event) => setName(event.target.value.toUpperCase().replaceAll(' ', '_'))}
        />
        <TextField
          label={t('admin.roles.description')}
          error={problem?.fields['description']}
          value={description}
          maxLength={200}
          onChange={(event) => setDescription(event.target.value)}
        />
        <fieldset className="grid gap-3">
          <legend className="mb-2 font-medium">{t('admin.roles.permissions')}</legend>
          {permissions.map((it) => (
            <Checkbox
              key={it.name}
              label={it.name}
              {...(it.description != null && { hint: it.description })}
              checked={granted.includes(it.name)}
              disabled={!may(it.name)}
              onChange={(on) => setGranted(toggled(granted, it.name, on))}
            />
          ))}
        </fieldset>
        <fieldset className="grid gap-3">
          <legend className="mb-2 font-medium">{t('admin.roles.inherits')}</legend>
          {roles
            .filter((it) => it.name !== role?.name)
            .map((it) => (
              <Checkbox
                key={it.name}
                label={it.name}
                checked={inherits.includes(it.name)}
                onChange={(on) => setInherits(toggled(inherits, it.name, on))}
              />
            ))}
        </fieldset>
        {problem !== null && <Notice>{problem.message}</Notice>}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" busy={busy}>
            {t('common.save')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function toggled(known: string[], name: string, on: boolean): string[] {
  return on ? [...known, name] : known.filter((it) => it !== name)
}
