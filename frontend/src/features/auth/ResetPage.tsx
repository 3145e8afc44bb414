import { useState } from 'react'
import type { FormEvent } from 'react'
import { Link, useSearchParams } from 'react-router'

import { toProblem } from '@/shared/api/errors'
import type { Problem } from '@/shared/api/errors'
import { useText } from '@/shared/i18n/i18n'
import { Button } from '@/shared/ui/Button'
import { NewPassword } from '@/shared/ui/NewPassword'
import { Notice } from '@/shared/ui/Notice'

import { resetPassword } from './authApi'
import { AuthFrame, linkAsButton } from './AuthFrame'

/** Chooses another password with the token of the mail; signing in comes after. */
export function ResetPage() {
  const t = useText()
  const [search] = useSearchParams()
  const token = search.get('token') ?? ''
  const [password, setPassword] = useState('')
  const [state, setState] = useState<'idle' | 'busy' | 'done' | Problem>('idle')
  const problem = typeof state === 'object' ? state : null
  const fieldError = problem?.fields['newPassword'] ?? problem?.fields['password']
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setState('busy')
    try {
      await resetPassword(token, password)
      setState('done')
    } catch (error) {
      setState(toProblem(error))
    }
  }
  if (state === 'done') {
    return (
      <AuthFrame title={t('auth.reset.done')} lead={t('auth.reset.doneLead')}>
        <Link to="/login" className={linkAsButton}>
          {t('signIn.action')}
        </Link>
      </AuthFrame>
    )
  }
  const another = (
    <Link to="/forgot" className="font-medium underline underline-offset-4">
      {t('auth.reset.another')}
    </Link>
  )
  if (token === '') {
    return (
      <AuthFrame title={t('verify.failed')}>
        <Notice action={another}>{t('auth.reset.noToken')}</Notice>
      </AuthFrame>
    )
  }
  return (
    <AuthFrame title={t('auth.reset.title')} lead={t('auth.reset.lead')}>
      <form onSubmit={(event) => void submit(event)} className="grid gap-4">
        <NewPassword
          label={t('auth.newPassword')}
          value={password}
          onChange={setPassword}
          error={fieldError}
        />
        {problem !== null && fieldError === undefined && (
          <Notice action={!problem.unreachable && another}>{problem.message}</Notice>
        )}
        <Button type="submit" look="primary" busy={state === 'busy'}>
          {t('auth.reset.action')}
        </Button>
      </form>
    </AuthFrame>
  )
}
