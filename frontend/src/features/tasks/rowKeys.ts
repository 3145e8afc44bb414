import type { KeyboardEvent } from 'react'

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }

/**
 * Goes from row to row by the arrows (or j and k), wherever in a row one is; answers the id of the row
 * when `x` wants it chosen.
 */
export function stepBetweenRows(event: KeyboardEvent): string | null {
  const { target, key } = event
  if (!(target instanceof HTMLElement) || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) {
    return null
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  const row = target.closest<HTMLElement>('[data-row]')
  if (row === null) return null
  if (key === 'x') return row.dataset['row'] ?? null
  const step = steps[key]
  if (step === undefined) return null
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const next = rows[rows.indexOf(row) + step]
  if (next === undefined) return null
  event.preventDefault()
  next.querySelector<HTMLElement>('[data-row-title]')?.focus()
  return null
}
