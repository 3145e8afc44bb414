import { useState } from 'react'

import { toProblem } from '@/shared/api/errors'
import type { Problem } from '@/shared/api/errors'
import type { ScheduledErasure } from '@/shared/api/types'
import { useSession } from '@/shared/auth/session'
import { useText } from '@/shared/i18n/i18n'
import { clockTime, longDay } from '@/shared/lib/time'
import { Button } from '@/shared/ui/Button'
import { Dialog } from '@/shared/ui/Dialog'
import { Notice } from '@/shared/ui/Notice'

import { cancelErasure } from './authApi'

const close = (): void => useSession.setState({ erasure: null })

/** Greets somebody whose account is going to be erased with the way to keep it. */
export function ErasureOffer({ erasure }: { erasure: ScheduledErasure }) {
  const t = useText()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const keep = async (): Promise<void> => {
    setBusy(true)
    try {
      await cancelErasure()
      close()
    } catch (error) {
      setProblem(toProblem(error))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={t('auth.erasure.title')}
      lead={t('auth.erasure.lead', {
        day: longDay(erasure.dueAt),
        time: clockTime(erasure.dueAt),
      })}
      onClose={close}
    >
      <div className="grid gap-3">
        {problem !== null && <Notice>{problem.message}</Notice>}
        <Button look="primary" busy={busy} onClick={() => void keep()}>
          {t('auth.erasure.keep')}
        </Button>
        <Button look="quiet" onClick={close}>
          {t('auth.erasure.goOn')}
        </Button>
      </div>
    </Dialog>
  )
}
