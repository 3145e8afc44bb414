import { useCallback, useEffect, useState } from 'react'

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
  const reload = useCallback(async () => {
    try {
      const value = await read()
      setState({ value, problem: null })
    } catch (error) {
      setState(({ value }) => ({ value, problem: toProblem(error) }))
    }
  }, [read])
  useEffect(() => void reload(), [reload])
  return { ...state, reload }
}
