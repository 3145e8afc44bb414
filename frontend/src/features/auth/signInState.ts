import { useLocation, useNavigate } from 'react-router'

import type { LoginAnswer, MfaRequired } from '@/shared/api/types'
import { arrive } from '@/shared/auth/session'

/** Why a challenge is over: its time, its tries, or something that only the service knows. */
export type Ended = 'time' | 'tries' | 'other'

/** What one step of signing in hands to the next. */
export interface SignInState {
  from?: string
  email?: string
  challenge?: MfaRequired & { until: number }
  ended?: Ended
}

export function useSignInState(): SignInState {
  return (useLocation().state as SignInState | null) ?? {}
}

/** Goes on from an answer to a sign-in: into the app, or to the question for a second factor. */
export function useAnswer(): (answer: LoginAnswer, email?: string) => Promise<void> {
  const navigate = useNavigate()
  const { from } = useSignInState()
  return async (answer, email) => {
    if (answer.status === 'AUTHENTICATED') {
      // The router leads on to the page that was asked for.
      arrive(answer)
      return
    }
    const until = Date.now() + answer.expiresIn * 1000
    const state: SignInState = {
      challenge: { ...answer, until },
      ...(from !== undefined && { from }),
      ...(email !== undefined && { email }),
    }
    await navigate('/login/challenge', { state })
  }
}
