import { lazy, Suspense } from 'react'

import { useSession } from '@/shared/auth/session'
import { useStepUp } from '@/shared/auth/stepUp'

import { withTexts } from './withTexts'

const StepUpDialog = lazy(async () => ({
  default: (await withTexts(import('@/features/auth/StepUpDialog'))).StepUpDialog,
}))
const ErasureOffer = lazy(async () => ({
  default: (await withTexts(import('@/features/auth/ErasureOffer'))).ErasureOffer,
}))

/** Questions that may come on any page. */
export function Asking() {
  const asking = useStepUp((state) => state.asking)
  const erasure = useSession((state) => state.erasure)
  const inside = useSession((state) => state.phase === 'signed-in')
  return (
    <Suspense fallback={null}>
      {inside && erasure !== null && <ErasureOffer erasure={erasure} />}
      {asking && <StepUpDialog />}
    </Suspense>
  )
}
