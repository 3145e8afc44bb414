import { useEffect, useState } from 'react'
import { Link, useSearchParams } from 'react-router'

import { toProblem } from '@/shared/api/errors'
import type { Problem } from '@/shared/api/errors'
import { useText } from '@/shared/i18n/i18n'

import { confirmNewEmail } from './authApi'
import { AuthFrame, linkAsButton } from './AuthFrame'

/** Confirms a new address with the token of the mail that went to it. */
export function EmailChangePage() {
  const t = useText()
  const [search] = useSearchParams()
  const token = search.get('token') ?? ''
  const [outcome, setOutcome] = useState<'running' | 'done' | 'no-token' | Problem>(
    token === '' ? 'no-token' : 'running',
  )
  useEffect(() => {
    if (token === '') return
    confirmNewEmail(token).then(
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
  const done = outcome === 'done'
  const lead = typeof outcome === 'object' ? outcome.message : t('auth.emailChange.noToken')
  return (
    <AuthFrame
      title={t(done ? 'auth.emailChange.done' : 'verify.failed')}
      lead={done ? t('auth.emailChange.doneLead') : lead}
    >
      <Link to="/" className={linkAsButton}>
        {t('auth.emailChange.goOn')}
      </Link>
    </AuthFrame>
  )
}
