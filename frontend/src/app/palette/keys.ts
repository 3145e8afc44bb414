import type { TextKey } from '@/shared/i18n/i18n'

import type { Overlay } from './overlay'

export type Meaning =
  | { kind: 'open'; overlay: Overlay }
  | { kind: 'go'; to: string }
  | { kind: 'focus' }
  | { kind: 'park' }

/** After `g`, as in "go". */
const places: Record<string, string> = {
  d: '/',
  c: '/chat',
  t: '/tasks',
  r: '/reminders',
  f: '/focus',
  n: '/notifications',
  i: '/integrations',
  u: '/usage',
  s: '/settings',
}

const single: Record<string, Meaning> = {
  q: { kind: 'open', overlay: 'capture' },
  f: { kind: 'focus' },
  p: { kind: 'park' },
}

/** For the page that lists them. */
export const keyHelp: { keys: string[]; label: TextKey }[] = [
  { keys: ['Ctrl K', '⌘ K'], label: 'keys.palette' },
  { keys: ['q'], label: 'keys.capture' },
  { keys: ['f'], label: 'keys.focus' },
  { keys: ['p'], label: 'keys.park' },
  { keys: ['?'], label: 'keys.help' },
  { keys: ['g d'], label: 'nav.today' },
  { keys: ['g c'], label: 'nav.chat' },
  { keys: ['g t'], label: 'nav.tasks' },
  { keys: ['g r'], label: 'nav.reminders' },
  { keys: ['g f'], label: 'nav.focus' },
  { keys: ['g n'], label: 'notifications.nav' },
  { keys: ['g i'], label: 'nav.integrations' },
  { keys: ['g u'], label: 'nav.usage' },
  { keys: ['g s'], label: 'nav.settings' },
]

/** What a key means on a page, given the one that was pressed before; nothing while somebody types or answers. */
export function meaningOf(event: KeyboardEvent, before: string): Meaning | null {
  if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
    return isAsking() ? null : { kind: 'open', overlay: 'palette' }
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || isAsking()) return null
  if (event.key === '?') return { kind: 'open', overlay: 'keys' }
  if (before === 'g') {
    const to = places[event.key]
    return to === undefined ? null : { kind: 'go', to }
  }
  return single[event.key] ?? null
}

function isTyping({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

function isAsking(): boolean {
  return document.querySelector('dialog[open]') !== null
}
