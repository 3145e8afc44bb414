import { useCallback, useEffect, useRef, useState } from 'react'

import { toProblem } from '@/shared/api/errors'
import type { Problem } from '@/shared/api/errors'
import type { Page } from '@/shared/api/types'

interface Shown<T> {
  items: T[] | null
  next: string | null
  problem: Problem | null
  busy: boolean
}

export interface Pages<T> extends Shown<T> {
  more: () => Promise<void>
  reload: () => Promise<void>
}

/** A list that grows page by page; `read` must keep its identity until something else is wanted. */
export function usePages<T>(read: (cursor?: string) => Promise<Page<T>>): Pages<T> {
  const [shown, setShown] = useState<Shown<T>>({
    items: null,
    next: null,
    problem: null,
    busy: true,
  })
  const latest = useRef(0)
  const load = useCallback(
    async (cursor?: string): Promise<void> => {
      latest.current += 1
      const turn = latest.current
      setShown((known) => ({ ...known, busy: true, problem: null }))
      try {
        const page = await read(cursor)
        if (turn !== latest.current) return
        setShown((known) => ({
          items: cursor === undefined ? page.items : [...(known.items ?? []), ...page.items],
          next: page.nextCursor ?? null,
          problem: null,
          busy: false,
        }))
      } catch (error) {
        if (turn !== latest.current) return
        setShown((known) => ({ ...known, problem: toProblem(error), busy: false }))
      }
    },
    [read],
  )
  useEffect(() => void load(), [load])
  const { next } = shown
  return {
    ...shown,
    more: () => (next === null ? Promise.resolve() : load(next)),
    reload: () => load(),
  }
}
