import { useCallback, useEffect, useState } from 'react'
import { Link, Navigate, useNavigate } from 'react-router'

import type { Problem } from '@/shared/api/errors'
import { useText } from '@/shared/i18n/i18n'
import { Checkbox } from '@/shared/ui/Checkbox'

import { answerByCode, answerByPasskey, sendChallengeSms } from './authApi'
import { AuthFrame } from './AuthFrame'
import { FactorForm } from './FactorForm'
import { useAnswer, useSignInState } from './signInState'
import type { Ended, SignInState } from './signInState'

/** The second step of a sign-in: asks for one of the factors that the answer to the first named. */
export function ChallengePage() {
  const { challenge } = useSignInState()
  return challenge === undefined ? (
    <Navigate to="/login" replace />
  ) : (
    <Challenge challenge={challenge} />
  )
}

function Challenge({ challenge }: { challenge: NonNullable<SignInState['challenge']> }) {
  const t = useText()
  const navigate = useNavigate()
  const answer = useAnswer()
  const { from, email } = useSignInState()
  const [trust, setTrust] = useState(false)
  const { challengeId, methods, smsTo, until } = challenge
  const back = useCallback(
    (ended: Ended) => {
      const state: SignInState = {
        ended,
        ...(from !== undefined && { from }),
        ...(email !== undefined && { email }),
      }
      void navigate('/login', { replace: true, state })
    },
    [navigate, from, email],
  )
  useEffect(() => {
    const expiry = setTimeout(() => back('time'), Math.max(0, until - Date.now()))
    return () => clearTimeout(expiry)
  }, [until, back])
  const refused = (problem: Problem): boolean => {
    const outOfTries = problem.attemptsLeft === 0
    if (problem.code !== 'challenge-ended' && !outOfTries) return false
    back(outOfTries ? 'tries' : 'other')
    return true
  }
  return (
    <AuthFrame
      title={t('auth.challenge.title')}
      lead={t('auth.challenge.lead')}
      footer={
        <Link
          to="/login"
          replace
          state={{ from, email }}
          className="font-medium text-accent underline underline-offset-4"
        >
          {t('auth.backToSignIn')}
        </Link>
      }
    >
      <FactorForm
        methods={methods}
        smsTo={smsTo}
        sendSms={() => sendChallengeSms(challengeId)}
        byCode={async (method, code) =>
          answer(await answerByCode(challengeId, method, code, trust))
        }
        byPasskey={async () => answer(await answerByPasskey(challengeId, trust))}
        onRefused={refused}
        action={t('signIn.action')}
      >
        <Checkbox
          label={t('auth.challenge.trust')}
          hint={t('auth.challenge.trustHint')}
          checked={trust}
          onChange={setTrust}
        />
      </FactorForm>
    </AuthFrame>
  )
}
