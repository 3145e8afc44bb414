import { memo, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'

interface Props<T> {
  items: readonly T[]
  /** Must keep its identity, so that what is unchanged is not rendered again. */
  render: (item: T) => ReactNode
  /** About how tall a row is, until it was seen. */
  rowHeight?: number
  label?: string
}

const CHUNK = 40
const MARGIN = '900px 0px'

/**
 * A list of any length: only what is near the eye is there, in chunks that keep their place. A short
 * one is a plain list.
 */
export function LongList<T>({ items, render, rowHeight = 64, label }: Props<T>) {
  const chunks = Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, at) =>
    items.slice(at * CHUNK, (at + 1) * CHUNK),
  )
  return (
    <div className="divide-y divide-line border-y border-line">
      {chunks.map((chunk, at) => (
        <Chunk
          // A chunk is its place.
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          first={at === 0}
          height={chunk.length * rowHeight}
        >
          <ul aria-label={label} className="divide-y divide-line">
            <Rows items={chunk} render={render as (item: unknown) => ReactNode} />
          </ul>
        </Chunk>
      ))}
    </div>
  )
}

interface RowsProps {
  items: readonly unknown[]
  render: (item: unknown) => ReactNode
}

const same = (before: RowsProps, after: RowsProps): boolean =>
  before.render === after.render &&
  before.items.length === after.items.length &&
  before.items.every((item, at) => item === after.items[at])

const Rows = memo(function Rows({ items, render }: RowsProps) {
  return items.map((item) => render(item))
}, same)

interface ChunkProps {
  first: boolean
  height: number
  children: ReactNode
}

/** Its rows while it is near; the room they took while it is not. */
function Chunk({ first, height, children }: ChunkProps) {
  const box = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(first || !('IntersectionObserver' in globalThis))
  const [known, setKnown] = useState(height)
  useEffect(() => {
    const element = box.current
    if (element === null || !('IntersectionObserver' in globalThis)) return undefined
    const observer = new IntersectionObserver(
      (entries) => {
        const seen = entries.at(-1)?.isIntersecting === true
        // Whatever has the focus stays.
        const held = element.contains(document.activeElement)
        if (!seen && !held) setKnown(element.offsetHeight)
        setNear(seen || held)
      },
      { root: element.closest('main'), rootMargin: MARGIN },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={box} style={near ? undefined : { height: known }}>
      {near && children}
    </div>
  )
}
