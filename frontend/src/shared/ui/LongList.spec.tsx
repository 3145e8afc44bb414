import { act, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'

import { LongList } from './LongList'

type Seen = (entries: { isIntersecting: boolean }[]) => void

const observers: { target: Element; seen: Seen }[] = []

class Observer {
  constructor(private readonly seen: Seen) {}
  observe(target: Element): void {
    observers.push({ target, seen: this.seen })
  }
  disconnect(): void {
    observers.length = 0
  }
}

const items = Array.from({ length: 2_000 }, (_, at) => ({ id: at }))
const row = ({ id }: { id: number }) => <li key={id}>{id}</li>

const field = ({ id }: { id: number }) => (
  <li key={id}>
    <input aria-label={`row ${id}`} />
  </li>
)

afterEach(() => vi.unstubAllGlobals())

it('has only what is near, and keeps the place of the rest', () => {
  vi.stubGlobal('IntersectionObserver', Observer)
  const { container } = render(<LongList items={items} render={row} rowHeight={50} />)
  expect(screen.getAllByRole('listitem')).toHaveLength(40)
  const [, second] = observers
  expect(second?.target).toHaveStyle({ height: '2000px' })
  act(() => second?.seen([{ isIntersecting: true }]))
  expect(screen.getAllByRole('listitem')).toHaveLength(80)
  act(() => observers[0]?.seen([{ isIntersecting: false }]))
  expect(screen.getAllByRole('listitem')).toHaveLength(40)
  expect(container.querySelectorAll('ul')).toHaveLength(1)
})

it('keeps what has the focus', () => {
  vi.stubGlobal('IntersectionObserver', Observer)
  render(<LongList items={items.slice(0, 60)} render={field} />)
  screen.getByLabelText('row 3').focus()
  act(() => observers[0]?.seen([{ isIntersecting: false }]))
  expect(screen.getByLabelText('row 3')).toHaveFocus()
})

it('is a plain list where nothing can be observed', () => {
  render(<LongList items={items.slice(0, 60)} render={row} />)
  expect(screen.getAllByRole('listitem')).toHaveLength(60)
})
