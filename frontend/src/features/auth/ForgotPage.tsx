import { useState } from 'react'
import type { FormEvent } from 'react'
import { Link } from 'react-router'

import { toProblem } from '@/shared/api/errors'
import type { Problem } from '@/shared/api/errors'
import { useText } from '@/shared/i18n/i18n'
import { Button } from '@/shared/ui/Button'
import { TextField } from '@/shared/ui/Field'
import { Notice } from '@/shared/ui/Notice'

import { askForReset } from './authApi'
import { AuthFrame } from './AuthFrame'
import { useSignInState } from './signInState'

/** Asks for a link to choose another password; never says whether there is an account. */
export function ForgotPage() {
  const t = useText()
  const [email, setEmail] = useState(useSignInState().email ?? '')
  const [state, setState] = useState<'idle' | 'busy' | 'sent' | Problem>('idle')
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setState('busy')
    try {
      await askForReset(email)
      setState('sent')
    } catch (error) {
      setState(toProblem(error))
    }
  }
  return (
    <AuthFrame
      title={t('auth.forgot.title')}
      lead={t('auth.forgot.lead')}
      footer={
        <Link
          to="/login"
          state={{ email }}
          className="font-medium text-accent underline underline-offset-4"
        >
          {t('auth.backToSignIn')}
        </Link>
      }
    >
      <form onSubmit={(event) => void submit(event)} className="grid gap-4">
        <TextField
          label={t('register.email')}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          autoComplete="username"
          required
        />
        {state === 'sent' && (
          <Notice tone="good" icon="mail">
            {t('auth.forgot.sent')}
          </Notice>
        )}
        {typeof state === 'object' && <Notice>{state.message}</Notice>}
        <Button type="submit" look="primary" busy={state === 'busy'}>
          {t(state === 'sent' ? 'verify.resend' : 'auth.forgot.action')}
        </Button>
      </form>
    </AuthFrame>
  )
}
