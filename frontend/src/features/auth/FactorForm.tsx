import { useEffect, useState } from 'react'
import type { FormEvent, ReactNode } from 'react'

import { toProblem } from '@/shared/api/errors'
import type { Problem } from '@/shared/api/errors'
import type { Factor, SmsSent } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { passkeysPossible } from '@/shared/lib/webauthn'
import { Button } from '@/shared/ui/Button'
import { TextField } from '@/shared/ui/Field'
import type { IconName } from '@/shared/ui/Icon'
import { Notice } from '@/shared/ui/Notice'

import type { CodeFactor } from './authApi'

type Way = Factor | 'PASSWORD'

interface Props {
  methods: Way[]
  smsTo?: string | null | undefined
  /** Needed where codes come by text message. */
  sendSms?: () => Promise<SmsSent>
  /** Needed where the password is a proof. */
  byPassword?: (password: string) => Promise<void>
  byCode: (method: CodeFactor, code: string) => Promise<void>
  byPasskey: () => Promise<void>
  /** Told of every refusal; true when it is dealt with there. */
  onRefused?: (problem: Problem) => boolean
  action: string
  children?: ReactNode
}

const icons: Record<Way, IconName> = {
  PASSKEY: 'key',
  TOTP: 'clock',
  SMS: 'phone',
  BACKUP_CODE: 'list',
  PASSWORD: 'shield',
}

/** Asks for one of the proofs that the person has, the easiest first. */
export function FactorForm({ methods, children, ...rest }: Props) {
  const t = useText()
  const usable = methods.filter((it) => it !== 'PASSKEY' || passkeysPossible())
  const [chosen, setChosen] = useState<Way | null>(null)
  const method = chosen ?? usable[0]
  const others = usable.filter((it) => it !== method)
  if (method === undefined) return <Notice>{t('auth.factor.none')}</Notice>
  return (
    <div className="grid gap-5">
      {method === 'PASSKEY' ? (
        <PasskeyStep {...rest}>{children}</PasskeyStep>
      ) : (
        <CodeStep key={method} method={method} {...rest}>
          {children}
        </CodeStep>
      )}
      {others.length > 0 && (
        <div className="grid gap-1 border-t border-line pt-4">
          <p className="text-sm text-soft">{t('auth.factor.others')}</p>
          {others.map((other) => (
            <Button
              key={other}
              look="accent"
              icon={icons[other]}
              onClick={() => setChosen(other)}
              className="justify-start"
            >
              {t(`auth.factor.use.${other}`)}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

type StepProps = Omit<Props, 'methods'>

function PasskeyStep({ byPasskey, onRefused, children }: StepProps) {
  const t = useText()
  const { problem, busy, run } = useTry(onRefused)
  return (
    <div className="grid gap-4">
      <p className="text-soft">{t('auth.factor.passkeyLead')}</p>
      {children}
      {problem !== null && <Refusal problem={problem} />}
      <Button look="primary" icon="key" busy={busy} onClick={() => void run(byPasskey)}>
        {t('auth.factor.usePasskey')}
      </Button>
    </div>
  )
}

interface CodeProps extends StepProps {
  method: Exclude<Way, 'PASSKEY'>
}

function CodeStep({ method, children, ...props }: CodeProps) {
  const { smsTo, sendSms, byPassword, byCode, onRefused, action } = props
  const t = useText()
  const [code, setCode] = useState('')
  const [sent, setSent] = useState(method !== 'SMS')
  const { problem, busy, run } = useTry(onRefused)
  const numeric = method === 'TOTP' || method === 'SMS'
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void run(async () => {
      if (method === 'PASSWORD') await byPassword?.(code)
      else await byCode(method, code.replaceAll(/\s/g, ''))
    }).finally(() => {
      if (method !== 'PASSWORD') setCode('')
    })
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      {method === 'SMS' && sendSms !== undefined && (
        <SmsRequest
          to={smsTo}
          send={sendSms}
          onSent={() => setSent(true)}
          onRefused={onRefused}
          sent={sent}
        />
      )}
      {sent && (
        <>
          <TextField
            key={String(sent)}
            label={t(`auth.factor.field.${method}`)}
            hint={t(`auth.factor.hint.${method}`)}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            type={method === 'PASSWORD' ? 'password' : 'text'}
            inputMode={numeric ? 'numeric' : 'text'}
            autoComplete={method === 'PASSWORD' ? 'current-password' : 'one-time-code'}
            {...(numeric && { pattern: '[0-9 ]{6,7}', maxLength: 7 })}
            autoCapitalize="none"
            spellCheck={false}
            // The person asked for this field, or it is all that there is to do.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            required
          />
          {children}
        </>
      )}
      {problem !== null && <Refusal problem={problem} />}
      {sent && (
        <Button type="submit" look="primary" busy={busy}>
          {action}
        </Button>
      )}
    </form>
  )
}

interface SmsProps {
  to: string | null | undefined
  send: () => Promise<SmsSent>
  sent: boolean
  onSent: () => void
  onRefused: Props['onRefused']
}

/** Sends a code when asked to, and another one only after a while. */
function SmsRequest({ to, send, sent, onSent, onRefused }: SmsProps) {
  const t = useText()
  const [wait, setWait] = useState(0)
  const { problem, busy, run } = useTry(onRefused)
  useEffect(() => {
    if (wait <= 0) return undefined
    const tick = setTimeout(() => setWait(wait - 1), 1000)
    return () => clearTimeout(tick)
  }, [wait])
  const request = async (): Promise<void> => {
    const { resendAfter } = await send()
    setWait(resendAfter)
    onSent()
  }
  const lead = to == null ? t('auth.sms.lead') : t('auth.sms.leadTo', { number: to })
  return (
    <div className="grid gap-3">
      <p role="status" className="text-soft">
        {sent ? t('auth.sms.sent') : lead}
      </p>
      {problem !== null && <Refusal problem={problem} />}
      <Button
        look={sent ? 'quiet' : 'primary'}
        icon="phone"
        busy={busy}
        disabled={wait > 0}
        onClick={() => void run(request)}
        className="justify-self-start"
      >
        {wait > 0
          ? t('auth.sms.resendIn', { seconds: wait })
          : t(sent ? 'auth.sms.resend' : 'auth.sms.send')}
      </Button>
    </div>
  )
}

function Refusal({ problem }: { problem: Problem }) {
  const t = useText()
  const left = problem.attemptsLeft
  return (
    <Notice>
      {problem.message}
      {left !== undefined && left > 0 && ` ${t('auth.factor.left', { count: left })}`}
    </Notice>
  )
}

function useTry(onRefused: Props['onRefused']) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      await work()
    } catch (error) {
      const refused = toProblem(error)
      if (onRefused?.(refused) !== true) setProblem(refused)
    }
    setBusy(false)
  }
  return { problem, busy, run }
}
