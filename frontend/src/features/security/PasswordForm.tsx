import { useState } from 'react'
import type { FormEvent } from 'react'

import { useSession } from '@/shared/auth/session'
import { useText } from '@/shared/i18n/i18n'
import { useWork } from '@/shared/lib/useWork'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Checkbox } from '@/shared/ui/Checkbox'
import { NewPassword } from '@/shared/ui/NewPassword'
import { Notice } from '@/shared/ui/Notice'

import { changePassword } from './securityApi'

interface Props {
  onChanged: (endedOthers: boolean) => Promise<void>
}

export function PasswordForm({ onChanged }: Props) {
  const t = useText()
  const user = useSession((state) => state.user)
  const [password, setPassword] = useState('')
  const [endOthers, setEndOthers] = useState(true)
  const [done, setDone] = useState(false)
  const { busy, problem, run } = useWork()
  const fieldError = problem?.fields['newPassword'] ?? problem?.fields['password']
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setDone(false)
    void run(async () => {
      await changePassword(password, endOthers)
      setPassword('')
      setDone(true)
      await onChanged(endOthers)
    })
  }
  return (
    <Card className="p-4 sm:p-5">
      <form onSubmit={submit} className="grid gap-4">
        <input
          type="hidden"
          name="username"
          autoComplete="username"
          value={user?.email ?? ''}
          readOnly
        />
        <NewPassword
          label={t('auth.newPassword')}
          value={password}
          onChange={setPassword}
          error={fieldError}
          about={[user?.displayName ?? '', user?.email ?? '']}
        />
        <Checkbox
          label={t('security.password.endOthers')}
          hint={t('security.password.endOthersHint')}
          checked={endOthers}
          onChange={setEndOthers}
        />
        {problem !== null && fieldError === undefined && <Notice>{problem.message}</Notice>}
        {done && (
          <Notice tone="good" icon="check">
            {t('security.password.done')}
          </Notice>
        )}
        <Button type="submit" busy={busy} className="justify-self-start">
          {t('security.password.action')}
        </Button>
      </form>
    </Card>
  )
}
