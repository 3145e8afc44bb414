import { create } from 'zustand'

interface StepUp {
  /** True while the person is asked to prove once more that it is them. */
  asking: boolean
}

export const useStepUp = create<StepUp>(() => ({ asking: false }))

let waiting: ((proved: boolean) => void)[] = []

/** Asks the person for a proof: once, however many requests need it. */
export function askForProof(): Promise<boolean> {
  useStepUp.setState({ asking: true })
  return new Promise((resolve) => {
    waiting.push(resolve)
  })
}

/** Says how the asking ended; false when the person would rather not. */
export function endProof(proved: boolean): void {
  const settled = waiting
  waiting = []
  useStepUp.setState({ asking: false })
  for (const resolve of settled) resolve(proved)
}
