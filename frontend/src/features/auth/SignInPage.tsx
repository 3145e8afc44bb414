import { useState } from 'react'
import type { FormEvent } from 'react'
import { Link, useLocation } from 'react-router'

import { toProblem } from '@/shared/api/errors'
import type { Problem } from '@/shared/api/errors'
import { accept, useSession } from '@/shared/auth/session'
import { useText } from '@/shared/i18n/i18n'
import { Button } from '@/shared/ui/Button'
import { TextField } from '@/shared/ui/Field'
import { Notice } from '@/shared/ui/Notice'

import { signIn } from './authApi'
import { AuthFrame } from './AuthFrame'

export function SignInPage() {
  const t = useText()
  const endedElsewhere = useSession((state) => state.endedElsewhere)
  const known = (useLocation().state as { email?: string } | null)?.email
  const [email, setEmail] = useState(known ?? '')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    setProblem(null)
    try {
      // The router leads on to the page that was asked for.
      accept(await signIn(email, password))
    } catch (error) {
      setProblem(toProblem(error))
      setBusy(false)
    }
  }
  return (
    <AuthFrame
      title={t('signIn.title')}
      footer={
        <>
          {t('signIn.newHere')}{' '}
          <Link to="/register" className="font-medium text-accent underline underline-offset-4">
            {t('register.action')}
          </Link>
        </>
      }
    >
      <form onSubmit={(event) => void submit(event)} className="grid gap-4">
        {endedElsewhere && problem === null && (
          <Notice tone="plain" icon="devices">
            {t('signIn.ended')}
          </Notice>
        )}
        <TextField
          label={t('register.email')}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          autoComplete="username"
          required
        />
        <TextField
          label={t('register.password')}
          type="password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          autoComplete="current-password"
          required
        />
        {problem !== null && (
          <Notice
            action={
              problem.code === 'email-not-verified' && (
                <Link
                  to="/verify-email"
                  state={{ email }}
                  className="font-medium underline underline-offset-4"
                >
                  {t('verify.resend')}
                </Link>
              )
            }
          >
            {problem.message}
          </Notice>
        )}
        <Button type="submit" look="primary" busy={busy} className="mt-2 w-full">
          {t('signIn.action')}
        </Button>
      </form>
    </AuthFrame>
  )
}
