import type { Factors } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { useWork } from '@/shared/lib/useWork'
import { Button } from '@/shared/ui/Button'
import { Notice } from '@/shared/ui/Notice'

import { FactorCard } from './FactorCard'
import { newBackupCodes } from './securityApi'

interface Props {
  state: Factors['backupCodes']
  /** False while there is nothing that a backup code could stand in for. */
  hasFactor: boolean
  onChanged: (codes?: string[] | null) => Promise<void>
}

export function BackupCodes({ state, hasFactor, onChanged }: Props) {
  const t = useText()
  const { busy, problem, run } = useWork()
  const exist = state.createdAt != null || state.remaining > 0
  return (
    <FactorCard
      icon="list"
      title={t('security.codes.title')}
      text={
        exist ? t('security.codes.remaining', { count: state.remaining }) : t('security.codes.lead')
      }
      action={
        hasFactor && (
          <Button
            busy={busy}
            onClick={() => void run(async () => onChanged(await newBackupCodes()))}
          >
            {t(exist ? 'security.codes.renew' : 'security.codes.make')}
          </Button>
        )
      }
    >
      {exist && state.few && <Notice>{t('security.codes.few')}</Notice>}
      {problem !== null && <Notice>{problem.message}</Notice>}
    </FactorCard>
  )
}
