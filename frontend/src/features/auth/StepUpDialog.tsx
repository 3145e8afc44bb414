import { acceptProof } from '@/shared/auth/session'
import { endProof } from '@/shared/auth/stepUp'
import { useText } from '@/shared/i18n/i18n'
import { useResource } from '@/shared/lib/useResource'
import { Button } from '@/shared/ui/Button'
import { Dialog } from '@/shared/ui/Dialog'
import { Loading } from '@/shared/ui/Loading'
import { Notice } from '@/shared/ui/Notice'

import { proveByCode, proveByPassword, proveByPasskey, readProofs } from './authApi'
import { FactorForm } from './FactorForm'

/** Asks for a proof before something that matters; what was asked for then goes on by itself. */
export function StepUpDialog() {
  const t = useText()
  const { value, problem, reload } = useResource(readProofs)
  return (
    <Dialog
      title={t('auth.stepUp.title')}
      lead={t('auth.stepUp.lead')}
      onClose={() => endProof(false)}
    >
      {value === null && problem === null && <Loading rows={1} />}
      {value === null && problem !== null && (
        <Notice action={<Button onClick={() => void reload()}>{t('auth.retry')}</Button>}>
          {problem.message}
        </Notice>
      )}
      {value !== null && (
        <FactorForm
          methods={value}
          byPassword={async (password) => {
            acceptProof(await proveByPassword(password))
            endProof(true)
          }}
          byCode={async (_, code) => {
            acceptProof(await proveByCode(code))
            endProof(true)
          }}
          byPasskey={async () => {
            acceptProof(await proveByPasskey())
            endProof(true)
          }}
          action={t('auth.stepUp.action')}
        />
      )}
      <Button look="quiet" onClick={() => endProof(false)} className="mt-4 w-full">
        {t('auth.stepUp.cancel')}
      </Button>
    </Dialog>
  )
}
