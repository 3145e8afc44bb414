import { useState } from 'react'
import type { FormEvent } from 'react'

import type { Factors, TotpSetUp } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { longDay } from '@/shared/lib/time'
import { useWork } from '@/shared/lib/useWork'
import { Button } from '@/shared/ui/Button'
import { Dialog } from '@/shared/ui/Dialog'
import { TextField } from '@/shared/ui/Field'
import { Notice } from '@/shared/ui/Notice'

import { CopyButton } from './CopyButton'
import { FactorCard } from './FactorCard'
import { confirmTotp, removeTotp, startTotp } from './securityApi'

interface Props {
  totp: Factors['totp']
  onChanged: (codes?: string[] | null) => Promise<void>
}

export function Totp({ totp, onChanged }: Props) {
  const t = useText()
  const { busy, problem, run } = useWork()
  const [setUp, setSetUp] = useState<TotpSetUp | null>(null)
  const remove = (): void => {
    void run(removeTotp).then((done) => (done ? onChanged() : undefined))
  }
  const begin = (): void => {
    void run(async () => setSetUp(await startTotp()))
  }
  const since = totp.enabled && totp.confirmedAt != null
  return (
    <FactorCard
      icon="clock"
      title={t('security.totp.title')}
      text={
        since
          ? t('security.since', { day: longDay(totp.confirmedAt ?? '') })
          : t('security.totp.lead')
      }
      on={totp.enabled}
      action={
        <Button
          busy={busy}
          onClick={totp.enabled ? remove : begin}
          aria-label={t(totp.enabled ? 'security.totp.remove' : 'security.totp.setUp')}
        >
          {t(totp.enabled ? 'security.turnOff' : 'security.setUp')}
        </Button>
      }
    >
      {problem !== null && <Notice>{problem.message}</Notice>}
      {setUp !== null && (
        <SetUp
          setUp={setUp}
          onClose={() => setSetUp(null)}
          onDone={(codes) => {
            setSetUp(null)
            return onChanged(codes)
          }}
        />
      )}
    </FactorCard>
  )
}

interface SetUpProps {
  setUp: TotpSetUp
  onClose: () => void
  onDone: (codes: string[] | null) => Promise<void>
}

function SetUp({ setUp, onClose, onDone }: SetUpProps) {
  const t = useText()
  const { busy, problem, run } = useWork()
  const [code, setCode] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void run(async () => onDone(await confirmTotp(code.replaceAll(/\s/g, ''))))
  }
  return (
    <Dialog title={t('security.totp.setUp')} lead={t('security.totp.setUpLead')} onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <img
          src={picture(setUp.qrCode)}
          alt={t('security.totp.qr')}
          className="size-48 justify-self-center rounded-xl bg-[white] p-2"
        />
        <div className="grid gap-1">
          <p className="text-sm text-soft">{t('security.totp.manual')}</p>
          <p className="flex items-center gap-2 rounded-xl bg-sunken py-1 pr-1 pl-3">
            <code data-testid="totp-secret" className="min-w-0 flex-1 break-all">
              {setUp.secret}
            </code>
            <CopyButton text={setUp.secret} label={t('security.totp.copy')} />
          </p>
        </div>
        <TextField
          label={t('auth.factor.field.TOTP')}
          hint={t('auth.factor.hint.TOTP')}
          error={
            problem?.fields['code'] === undefined ? problem?.message : t('errors.invalid-code')
          }
          value={code}
          onChange={(event) => setCode(event.target.value)}
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9 ]{6,7}"
          maxLength={7}
          required
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" look="primary" busy={busy}>
            {t('security.totp.confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** The picture as an address: it comes as one, as SVG, or as the base64 of a PNG. */
function picture(qrCode: string): string {
  if (qrCode.startsWith('data:')) return qrCode
  if (qrCode.trimStart().startsWith('<')) {
    return `data:image/svg+xml,${encodeURIComponent(qrCode)}`
  }
  return `data:image/png;base64,${qrCode}`
}
