import type { Account } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'

/** How an account stands, in one word. */
export function Standing({ status }: Pick<Account, 'status'>) {
  const t = useText()
  const look = status === 'ACTIVE' ? 'bg-accent-soft text-accent' : 'bg-wait-soft text-wait'
  return (
    <span className={`rounded-full px-2.5 py-0.5 text-sm font-medium ${look}`}>
      {t(`admin.status.${status}`)}
    </span>
  )
}
