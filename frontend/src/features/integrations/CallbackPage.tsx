import { useEffect, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'

import { toProblem } from '@/shared/api/errors'
import { useText } from '@/shared/i18n/i18n'
import { Notice } from '@/shared/ui/Notice'
import { Page } from '@/shared/ui/Page'

import { finish } from './integrationApi'

/** Where the provider sends the person back to, with a code or with a no. */
export function CallbackPage() {
  const t = useText()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const [refusal, setRefusal] = useState<string | null>(null)
  const state = search.get('state')
  const code = search.get('code')
  useEffect(() => {
    if (state === null || code === null) return
    finish(state, code).then(
      () => void navigate('/integrations', { replace: true }),
      (error: unknown) => setRefusal(toProblem(error).message),
    )
  }, [state, code, navigate])
  const message = code === null || state === null ? t('integrations.denied') : refusal
  return (
    <Page title={t('integrations.connecting')}>
      {message === null ? (
        <p role="status" className="animate-breathe text-soft">
          {t('common.oneMoment')}
        </p>
      ) : (
        <Notice
          action={
            <Link to="/integrations" replace className="font-medium underline underline-offset-4">
              {t('integrations.backTo')}
            </Link>
          }
        >
          {message}
        </Notice>
      )}
    </Page>
  )
}
