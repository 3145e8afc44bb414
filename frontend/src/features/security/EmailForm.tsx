import { useState } from 'react'
import type { FormEvent } from 'react'

import { useSession } from '@/shared/auth/session'
import { useText } from '@/shared/i18n/i18n'
import { useWork } from '@/shared/lib/useWork'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { TextField } from '@/shared/ui/Field'
import { Notice } from '@/shared/ui/Notice'

import { changeEmail } from './securityApi'

export function EmailForm() {
  const t = useText()
  const user = useSession((state) => state.user)
  const [email, setEmail] = useState('')
  const [sentTo, setSentTo] = useState<string | null>(null)
  const { busy, problem, run } = useWork()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setSentTo(null)
    void run(async () => {
      await changeEmail(email.trim())
      setSentTo(email.trim())
      setEmail('')
    })
  }
  const fieldError = problem?.fields['email']
  return (
    <Card className="p-4 sm:p-5">
      <form onSubmit={submit} className="grid gap-4">
        <p className="text-soft">{t('security.email.now', { email: user?.email ?? '' })}</p>
        <TextField
          label={t('security.email.field')}
          hint={t('security.email.hint')}
          error={fieldError}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          autoComplete="off"
          required
        />
        {problem !== null && fieldError === undefined && <Notice>{problem.message}</Notice>}
        {sentTo !== null && (
          <Notice tone="good" icon="mail">
            {t('security.email.sent', { email: sentTo })}
          </Notice>
        )}
        <Button type="submit" busy={busy} className="justify-self-start">
          {t('security.email.action')}
        </Button>
      </form>
    </Card>
  )
}
