import { useEffect, useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { Link } from 'react-router'

import { toProblem } from '@/shared/api/errors'
import type { Problem } from '@/shared/api/errors'
import type { LoginAnswer } from '@/shared/api/types'
import { useSession } from '@/shared/auth/session'
import { useText } from '@/shared/i18n/i18n'
import { autofillPossible, passkeysPossible } from '@/shared/lib/webauthn'
import { Button } from '@/shared/ui/Button'
import { TextField } from '@/shared/ui/Field'
import { Notice } from '@/shared/ui/Notice'

import { signIn, signInByPasskey } from './authApi'
import { AuthFrame } from './AuthFrame'
import { useAnswer, useSignInState } from './signInState'

export function SignInPage() {
  const t = useText()
  const answer = useAnswer()
  const endedElsewhere = useSession((state) => state.endedElsewhere)
  const { email: known, ended } = useSignInState()
  const [email, setEmail] = useState(known ?? '')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState<'password' | 'passkey' | null>(null)
  const run = async (
    by: 'password' | 'passkey',
    work: () => Promise<LoginAnswer>,
  ): Promise<void> => {
    setBusy(by)
    setProblem(null)
    try {
      await answer(await work(), email)
    } catch (error) {
      setProblem(toProblem(error))
      setBusy(null)
    }
  }
  const suggestions = usePasskeySuggestions((work) => run('passkey', work))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void run('password', () => signIn(email, password))
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
      <form onSubmit={submit} className="grid gap-4">
        {endedElsewhere && ended === undefined && problem === null && (
          <Notice tone="plain" icon="devices">
            {t('signIn.ended')}
          </Notice>
        )}
        {ended !== undefined && problem === null && (
          <Notice>{t(`auth.challenge.ended.${ended}`)}</Notice>
        )}
        <TextField
          label={t('register.email')}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          autoComplete="username webauthn"
          required
        />
        <TextField
          label={t('register.password')}
          type="password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          autoComplete="current-password webauthn"
          required
        />
        {problem !== null && <Refusal problem={problem} email={email} />}
        <Button
          type="submit"
          look="primary"
          busy={busy === 'password'}
          disabled={busy !== null}
          className="mt-2 w-full"
        >
          {t('signIn.action')}
        </Button>
        {passkeysPossible() && (
          <Button
            icon="key"
            busy={busy === 'passkey'}
            disabled={busy !== null}
            onClick={() =>
              void run('passkey', async () => (await suggestions.stop()) ?? signInByPasskey())
            }
            className="w-full"
          >
            {t('auth.passkeySignIn')}
          </Button>
        )}
        <Link
          to="/forgot"
          state={{ email }}
          className="justify-self-center py-2 text-accent underline underline-offset-4"
        >
          {t('auth.forgot.link')}
        </Link>
      </form>
    </AuthFrame>
  )
}

function Refusal({ problem, email }: { problem: Problem; email: string }) {
  const t = useText()
  const perhapsUnverified = problem.code === 'invalid-credentials'
  return (
    <Notice
      tone={problem.code === 'passkey-cancelled' ? 'plain' : 'wait'}
      action={
        perhapsUnverified && (
          <Link to="/verify" state={{ email }} className="font-medium underline underline-offset-4">
            {t('auth.confirmAgain')}
          </Link>
        )
      }
    >
      {problem.message}
    </Notice>
  )
}

/** A challenge lives five minutes, so that the offered one is renewed before. */
const OFFER_MILLIS = 4 * 60_000

/** Where the browser can, offers passkeys among the suggestions of the address field. */
function usePasskeySuggestions(run: (work: () => Promise<LoginAnswer>) => Promise<void>) {
  const latest = useRef(run)
  const offer = useRef<AbortController | null>(null)
  const pending = useRef<Promise<LoginAnswer | null>>(Promise.resolve(null))
  const stopped = useRef(false)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    stopped.current = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const start = async (): Promise<void> => {
      if (stopped.current || !(await autofillPossible()) || stopped.current) return
      offer.current?.abort()
      const mine = new AbortController()
      offer.current = mine
      timer = setTimeout(() => void start(), OFFER_MILLIS)
      // Nobody asked for it, so nobody is told when it does not work.
      pending.current = signInByPasskey({ conditional: true, signal: mine.signal }).catch(
        () => null,
      )
      const answer = await pending.current
      if (answer !== null && !stopped.current) await latest.current(() => Promise.resolve(answer))
    }
    void start()
    return () => {
      stopped.current = true
      clearTimeout(timer)
      offer.current?.abort()
    }
  }, [])
  return {
    /** Ends the offer; gives the answer of the passkey that was picked just before, if one was. */
    stop: () => {
      stopped.current = true
      offer.current?.abort()
      return pending.current
    },
  }
}
