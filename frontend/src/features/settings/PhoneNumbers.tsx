import { useState } from 'react'
import type { FormEvent } from 'react'

import { toProblem } from '@/shared/api/errors'
import type { Problem } from '@/shared/api/errors'
import type { PhoneNumber } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { useResource } from '@/shared/lib/useResource'
import { useWork } from '@/shared/lib/useWork'
import { Button, IconButton } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { TextField } from '@/shared/ui/Field'
import { Icon } from '@/shared/ui/Icon'
import { Loading } from '@/shared/ui/Loading'
import { Notice } from '@/shared/ui/Notice'

import { addPhone, makePrimary, readPhones, removePhone, verifyPhone } from './settingsApi'

/** The numbers that one texts the assistant from; each is proved by a code sent to it. */
export function PhoneNumbers() {
  const t = useText()
  const { value, problem, reload } = useResource(readPhones)
  if (value === null) {
    return problem === null ? <Loading rows={1} /> : <Notice>{problem.message}</Notice>
  }
  return (
    <Card className="grid gap-4 p-4 sm:p-5">
      <p className="text-soft">{t(value.length === 0 ? 'phone.why' : 'phone.text')}</p>
      {value.length > 0 && (
        <ul className="grid gap-3">
          {value.map((phone) => (
            <li key={phone.id}>
              <Phone phone={phone} onChanged={reload} />
            </li>
          ))}
        </ul>
      )}
      {value.every((phone) => phone.verified) && <NewPhone onAdded={reload} />}
    </Card>
  )
}

interface PhoneProps {
  phone: PhoneNumber
  onChanged: () => Promise<void>
}

function Phone({ phone, onChanged }: PhoneProps) {
  const t = useText()
  const { busy, problem, run } = useWork()
  const change = (work: () => Promise<void>): void =>
    void run(async () => {
      await work()
      await onChanged()
    })
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Icon name="phone" className="size-5 text-soft" />
        <span className="font-medium tabular-nums">{phone.number}</span>
        <span
          className={`rounded-full px-2.5 py-0.5 text-sm ${phone.verified ? 'bg-accent-soft text-accent' : 'bg-wait-soft text-wait'}`}
        >
          {t(phone.verified ? 'phone.verified' : 'phone.waiting')}
        </span>
        {phone.primary && (
          <span className="rounded-full bg-accent-soft px-2.5 py-0.5 text-sm text-accent">
            {t('settings.phonePrimary')}
          </span>
        )}
        <span className="flex-1" />
        {phone.verified && !phone.primary && (
          <Button
            look="accent"
            busy={busy}
            aria-label={t('settings.phoneMakePrimaryNamed', { number: phone.number })}
            onClick={() => change(() => makePrimary(phone.id))}
          >
            {t('settings.phoneMakePrimary')}
          </Button>
        )}
        <IconButton
          icon="trash"
          label={t('phone.remove', { number: phone.number })}
          disabled={busy}
          onClick={() => change(() => removePhone(phone.id))}
        />
      </div>
      {problem !== null && <Notice>{problem.message}</Notice>}
      {!phone.verified && <CodeForm phone={phone} onVerified={onChanged} />}
    </div>
  )
}

function CodeForm({ phone, onVerified }: { phone: PhoneNumber; onVerified: () => Promise<void> }) {
  const t = useText()
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      await work()
    } catch (error) {
      setProblem(toProblem(error))
    }
    setBusy(false)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void run(async () => {
      await verifyPhone(phone.id, code.trim())
      await onVerified()
    })
  }
  return (
    <form onSubmit={submit} className="grid gap-3">
      <TextField
        label={t('phone.code')}
        hint={t('phone.codeHint', { number: phone.number })}
        error={problem?.message}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9]{6}"
        maxLength={6}
        required
        className="max-w-40 tracking-[0.3em]"
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={busy}>
          {t('phone.verify')}
        </Button>
        <Button look="quiet" disabled={busy} onClick={() => void run(() => addPhone(phone.number))}>
          {t('phone.resend')}
        </Button>
      </div>
    </form>
  )
}

function NewPhone({ onAdded }: { onAdded: () => Promise<void> }) {
  const t = useText()
  const [number, setNumber] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    setProblem(null)
    try {
      await addPhone(number.replaceAll(/[\s().-]/g, ''))
      setNumber('')
      await onAdded()
    } catch (error) {
      setProblem(toProblem(error))
    }
    setBusy(false)
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-3">
      <TextField
        label={t('phone.number')}
        hint={t('phone.numberHint')}
        error={problem === null ? undefined : (problem.fields['number'] ?? problem.message)}
        value={number}
        onChange={(event) => setNumber(event.target.value)}
        type="tel"
        autoComplete="tel"
        placeholder="+34 600 000 000"
        required
      />
      <Button type="submit" busy={busy} className="justify-self-start">
        {t('phone.add')}
      </Button>
    </form>
  )
}
