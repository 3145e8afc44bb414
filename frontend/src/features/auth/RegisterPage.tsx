import { useState } from 'react'
import type { FormEvent } from 'react'
import { Link, useNavigate } from 'react-router'

import { toProblem } from '@/shared/api/errors'
import type { Problem } from '@/shared/api/errors'
import { useText } from '@/shared/i18n/i18n'
import { Button } from '@/shared/ui/Button'
import { TextField } from '@/shared/ui/Field'
import { NewPassword } from '@/shared/ui/NewPassword'
import { Notice } from '@/shared/ui/Notice'

import { register } from './authApi'
import { AuthFrame } from './AuthFrame'

export function RegisterPage() {
  const t = useText()
  const navigate = useNavigate()
  const [form, setForm] = useState({ displayName: '', email: '', password: '' })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const set = (field: keyof typeof form) => (value: string) =>
    setForm((known) => ({ ...known, [field]: value }))
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    setProblem(null)
    try {
      await register(form)
      await navigate('/verify', { state: { email: form.email } })
    } catch (error) {
      setProblem(toProblem(error))
      setBusy(false)
    }
  }
  const loose = problem !== null && Object.keys(problem.fields).length === 0
  return (
    <AuthFrame
      title={t('register.title')}
      lead={t('register.lead')}
      footer={
        <>
          {t('register.haveAccount')}{' '}
          <Link to="/login" className="font-medium text-accent underline underline-offset-4">
            {t('signIn.action')}
          </Link>
        </>
      }
    >
      <form onSubmit={(event) => void submit(event)} className="grid gap-4">
        <TextField
          label={t('register.name')}
          value={form.displayName}
          onChange={(event) => set('displayName')(event.target.value)}
          error={problem?.fields['displayName']}
          autoComplete="name"
          maxLength={100}
          required
        />
        <TextField
          label={t('register.email')}
          type="email"
          value={form.email}
          onChange={(event) => set('email')(event.target.value)}
          error={problem?.fields['email']}
          autoComplete="email"
          required
        />
        <NewPassword
          label={t('register.password')}
          value={form.password}
          onChange={set('password')}
          error={problem?.fields['password']}
          about={[form.displayName, form.email]}
        />
        {loose && <Notice>{problem.message}</Notice>}
        <Button type="submit" look="primary" busy={busy} className="mt-2 w-full">
          {t('register.action')}
        </Button>
      </form>
    </AuthFrame>
  )
}
