import { Link } from 'react-router'

import type { Factors } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { useWork } from '@/shared/lib/useWork'
import { Button } from '@/shared/ui/Button'
import { Notice } from '@/shared/ui/Notice'

import { FactorCard } from './FactorCard'
import { allowSms, refuseSms } from './securityApi'

interface Props {
  sms: Factors['sms']
  onChanged: (codes?: string[] | null) => Promise<void>
}

export function SmsCodes({ sms, onChanged }: Props) {
  const t = useText()
  const { busy, problem, run } = useWork()
  const toggle = (): void => {
    void run(async () => onChanged(sms.enabled ? (await refuseSms(), null) : await allowSms()))
  }
  const numbers = sms.phoneNumbers.map((it) => it.masked).join(', ')
  return (
    <FactorCard
      icon="phone"
      title={t('security.sms.title')}
      text={
        sms.enabled && numbers !== '' ? t('security.sms.to', { numbers }) : t('security.sms.lead')
      }
      on={sms.enabled}
      action={
        <Button
          busy={busy}
          onClick={toggle}
          aria-label={t(sms.enabled ? 'security.sms.remove' : 'security.sms.setUp')}
        >
          {t(sms.enabled ? 'security.turnOff' : 'security.turnOn')}
        </Button>
      }
    >
      {problem !== null && (
        <Notice
          action={
            problem.code === 'phone-not-verified' && (
              <Link to="/settings" className="font-medium underline underline-offset-4">
                {t('security.sms.addPhone')}
              </Link>
            )
          }
        >
          {problem.message}
        </Notice>
      )}
    </FactorCard>
  )
}
