import { useState } from 'react'

import { toProblem } from '@/shared/api/errors'
import type { Problem } from '@/shared/api/errors'

interface Work {
  busy: boolean
  problem: Problem | null
  /** Runs it and keeps what went wrong; true when nothing did. */
  run: (work: () => Promise<unknown>) => Promise<boolean>
}

/** One thing at a time that a person asked for, with what became of it. */
export function useWork(): Work {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const run = async (work: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true)
    setProblem(null)
    try {
      await work()
      return true
    } catch (error) {
      setProblem(toProblem(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, run }
}
