import { useEffect, useState } from 'react'
import type { FormEvent } from 'react'
import { Link, useLocation, useSearchParams } from 'react-router'

import { toProblem } from '@/shared/api/errors'
import type { Problem } from '@/shared/api/errors'
import { useText } from '@/shared/i18n/i18n'
import { Button } from '@/shared/ui/Button'
import { TextField } from '@/shared/ui/Field'
import { Icon } from '@/shared/ui/Icon'
import { Notice } from '@/shared/ui/Notice'

import { resendMail, verifyEmail } from './authApi'
import { AuthFrame, linkAsButton } from './AuthFrame'

/** Confirms the token of the mail's link; without one, says where the mail went. */
export function VerifyEmailPage() {
  const [search] = useSearchParams()
  const token = search.get('token')
  return token === null || token === '' ? <CheckYourMail /> : <Confirming token={token} />
}

function Confirming({ token }: { token: string }) {
  const t = useText()
  const [outcome, setOutcome] = useState<'running' | 'done' | Problem>('running')
  useEffect(() => {
    verifyEmail(token).then(
      () => setOutcome('done'),
      (error: unknown) => setOutcome(toProblem(error)),
    )
  }, [token])
  if (outcome === 'running') {
    return (
      <AuthFrame title={t('verify.running')}>
        <p role="status" className="animate-breathe text-soft">
          {t('common.oneMoment')}
        </p>
      </AuthFrame>
    )
  }
  if (outcome === 'done') {
    return (
      <AuthFrame title={t('verify.done')} lead={t('verify.doneLead')}>
        <Link to="/login" className={linkAsButton}>
          {t('signIn.action')}
        </Link>
      </AuthFrame>
    )
  }
  return (
    <AuthFrame title={t('verify.failed')} lead={outcome.message}>
      <ResendForm email="" />
    </AuthFrame>
  )
}

function CheckYourMail() {
  const t = useText()
  const email = (useLocation().state as { email?: string } | null)?.email ?? ''
  return (
    <AuthFrame
      title={t('verify.title')}
      lead={email === '' ? t('verify.leadNoAddress') : t('verify.lead', { email })}
      footer={
        <Link
          to="/login"
          state={{ email }}
          className="font-medium text-accent underline underline-offset-4"
        >
          {t('verify.confirmedAlready')}
        </Link>
      }
    >
      <ResendForm email={email} />
    </AuthFrame>
  )
}

function ResendForm({ email: known }: { email: string }) {
  const t = useText()
  const [email, setEmail] = useState(known)
  const [state, setState] = useState<'idle' | 'busy' | 'sent' | Problem>('idle')
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setState('busy')
    try {
      await resendMail(email)
      setState('sent')
    } catch (error) {
      setState(toProblem(error))
    }
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-4">
      {known === '' ? (
        <TextField
          label={t('register.email')}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          autoComplete="email"
          required
        />
      ) : (
        <p className="flex items-start gap-3 rounded-xl bg-sunken px-4 py-3 text-soft">
          <Icon name="mail" className="mt-0.5 size-5" />
          {t('verify.spam')}
        </p>
      )}
      {state === 'sent' && (
        <Notice tone="good" icon="check">
          {t('verify.sent')}
        </Notice>
      )}
      {typeof state === 'object' && <Notice>{state.message}</Notice>}
      <Button type="submit" busy={state === 'busy'}>
        {t('verify.resend')}
      </Button>
    </form>
  )
}
