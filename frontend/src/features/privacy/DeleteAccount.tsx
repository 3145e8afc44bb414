import { useState } from 'react'
import type { FormEvent } from 'react'

import { useSession } from '@/shared/auth/session'
import { useText } from '@/shared/i18n/i18n'
import { clockTime, longDay } from '@/shared/lib/time'
import { useResource } from '@/shared/lib/useResource'
import { useWork } from '@/shared/lib/useWork'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { TextField } from '@/shared/ui/Field'
import { Loading } from '@/shared/ui/Loading'
import { Notice } from '@/shared/ui/Notice'

import { cancelErasure, readErasure, scheduleErasure } from './privacyApi'

/** Deletes the account after some days to think again, and takes that back until then. */
export function DeleteAccount() {
  const t = useText()
  const { value, problem, reload } = useResource(readErasure)
  const [kept, setKept] = useState(false)
  const { busy, problem: refused, run } = useWork()
  if (value === null) {
    return problem === null ? <Loading rows={1} /> : <Notice>{problem.message}</Notice>
  }
  const cancel = async (): Promise<void> => {
    const done = await run(async () => {
      await cancelErasure()
      useSession.setState({ erasure: null })
      await reload()
    })
    setKept(done)
  }
  return (
    <Card className="grid gap-4 p-4 sm:p-5">
      {kept && (
        <Notice tone="good" icon="check">
          {t('privacy.erase.kept')}
        </Notice>
      )}
      {refused !== null && <Notice>{refused.message}</Notice>}
      {value.status === 'NONE' && (
        <Ask
          onScheduled={async () => {
            setKept(false)
            await reload()
          }}
        />
      )}
      {value.status === 'RUNNING' && <Notice>{t('privacy.erase.running')}</Notice>}
      {value.status === 'SCHEDULED' && (
        <>
          <Notice>
            {value.dueAt == null
              ? t('privacy.erase.running')
              : t('privacy.erase.scheduled', {
                  when: `${longDay(value.dueAt)}, ${clockTime(value.dueAt)}`,
                })}
          </Notice>
          <Button
            look="primary"
            busy={busy}
            onClick={() => void cancel()}
            className="justify-self-start"
          >
            {t('privacy.erase.cancel')}
          </Button>
        </>
      )}
    </Card>
  )
}

function Ask({ onScheduled }: { onScheduled: () => Promise<void> }) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const { busy, problem, run } = useWork()
  const word = t('privacy.erase.word')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void run(async () => {
      await scheduleErasure()
      await onScheduled()
    })
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      <p className="text-soft">{t('privacy.erase.lead')}</p>
      <ul className="list-disc space-y-1 pl-5 text-soft">
        <li>{t('privacy.erase.what')}</li>
        <li>{t('privacy.erase.grace')}</li>
        <li>{t('privacy.erase.stays')}</li>
      </ul>
      <TextField
        label={t('privacy.erase.type', { word })}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoComplete="off"
        autoCapitalize="characters"
        className="max-w-60"
      />
      {problem !== null && <Notice>{problem.message}</Notice>}
      <Button
        type="submit"
        busy={busy}
        disabled={typed.trim().toUpperCase() !== word}
        className="justify-self-start"
      >
        {t('privacy.erase.action')}
      </Button>
    </form>
  )
}
