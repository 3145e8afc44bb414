import { useState } from 'react'
import type { FormEvent } from 'react'

import type { Session } from '@/shared/api/types'
import { hasText, useText } from '@/shared/i18n/i18n'
import { ago, clockTime, longDay } from '@/shared/lib/time'
import { Button, IconButton } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Checkbox } from '@/shared/ui/Checkbox'
import { TextField } from '@/shared/ui/Field'
import { Icon } from '@/shared/ui/Icon'

interface Props {
  session: Session
  onRevoke: () => Promise<void>
  onChange: (to: { name?: string; trusted?: boolean }) => Promise<void>
}

/** One session: where it is, how it came to be, and what can be done about it. */
export function DeviceCard({ session, onRevoke, onChange }: Props) {
  const t = useText()
  const [busy, setBusy] = useState(false)
  const [renaming, setRenaming] = useState(false)
  const given = [session.name, session.deviceName].find((it) => it != null && it !== '')
  const seen = [session.browser, session.system].filter((it) => it != null).join(' · ')
  const name = given ?? (seen === '' ? t('devices.unknown') : seen)
  const where = [session.place, session.address].filter((it) => it != null && it !== '')
  const factors = session.amr
    .map((it) => `devices.factor.${it}`)
    .filter((key) => hasText(key))
    .map((key) => t(key))
  const run = (work: () => Promise<void>): void => {
    setBusy(true)
    void work().finally(() => setBusy(false))
  }
  return (
    <Card className="grid grid-cols-1 gap-4 p-4 sm:p-5">
      <div className="flex flex-wrap items-center gap-4">
        <span className="grid size-11 place-items-center rounded-2xl bg-accent-soft text-accent">
          <Icon name={/Android|iPhone|iPad/.test(`${name} ${seen}`) ? 'phone' : 'devices'} />
        </span>
        <div className="min-w-0 flex-1 basis-40">
          <h2 className="flex flex-wrap items-center gap-x-2 font-semibold">
            <span className="truncate">{name}</span>
            {session.current && (
              <span className="rounded-full bg-accent-soft px-2.5 py-0.5 text-sm font-medium text-accent">
                {t('devices.current')}
              </span>
            )}
          </h2>
          <p className="text-[0.9375rem] text-soft">
            {[t('devices.seen', { ago: ago(session.lastSeenAt) }), ...where].join(' · ')}
          </p>
        </div>
        <IconButton
          icon="edit"
          label={t('devices.rename', { name })}
          aria-expanded={renaming}
          onClick={() => setRenaming(!renaming)}
        />
      </div>
      {renaming && (
        <Rename
          name={given ?? ''}
          busy={busy}
          onCancel={() => setRenaming(false)}
          onSave={(next) => run(() => onChange({ name: next }).then(() => setRenaming(false)))}
        />
      )}
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-[0.9375rem]">
        {seen !== '' && seen !== name && (
          <>
            <dt className="text-soft">{t('devices.kind')}</dt>
            <dd>{seen}</dd>
          </>
        )}
        <dt className="text-soft">{t('devices.since')}</dt>
        <dd>{`${longDay(session.createdAt)}, ${clockTime(session.createdAt)}`}</dd>
        {factors.length > 0 && (
          <>
            <dt className="text-soft">{t('devices.by')}</dt>
            <dd>{factors.join(', ')}</dd>
          </>
        )}
      </dl>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Checkbox
          label={t('devices.trust')}
          checked={session.trusted}
          disabled={busy}
          onChange={(trusted) => run(() => onChange({ trusted }))}
        />
        <Button
          busy={busy}
          aria-label={t('devices.revokeNamed', { name })}
          onClick={() => run(onRevoke)}
          className="max-sm:w-full"
        >
          {t(session.current ? 'devices.revokeThis' : 'devices.revoke')}
        </Button>
      </div>
    </Card>
  )
}

interface RenameProps {
  name: string
  busy: boolean
  onSave: (name: string) => void
  onCancel: () => void
}

function Rename({ name: known, busy, onSave, onCancel }: RenameProps) {
  const t = useText()
  const [name, setName] = useState(known)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSave(name.trim())
  }
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
      <div className="min-w-0 flex-1 basis-44">
        <TextField
          label={t('devices.newName')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onCancel()
          }}
          maxLength={80}
          // The field opens because it was asked for.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
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
