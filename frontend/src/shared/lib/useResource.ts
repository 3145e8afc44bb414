import { useCallback, useEffect, useRef, useState } from 'react'

import { toProblem } from '@/shared/api/errors'
import type { Problem } from '@/shared/api/errors'

export interface Resource<T> {
  value: T | null
  problem: Problem | null
  /** Reads again; what was there stays until the answer comes. */
  reload: () => Promise<void>
}

/** Reads something when the component appears; `read` must keep its identity. */
export function useResource<T>(read: () => Promise<T>): Resource<T> {
  const [state, setState] = useState<Omit<Resource<T>, 'reload'>>({ value: null, problem: null })
  const asked = useRef(0)
  const reload = useCallback(async () => {
    const question = ++asked.current
    const [value, problem] = await read().then(
      (it) => [it, null] as const,
      (error: unknown) => [null, toProblem(error)] as const,
    )
    // A slow answer must not hide a newer one.
    if (question !== asked.current) return
    setState((before) => ({ value: problem === null ? value : before.value, problem }))
  }, [read])
  useEffect(() => void reload(), [reload])
  return { ...state, reload }
}
