export type Repeat = 'none' | 'daily' | 'weekdays' | 'weekly' | 'monthly' | 'other'

/** Rules that can be chosen by name; any other one stays as it is. */
const rules: Record<Exclude<Repeat, 'none' | 'other'>, string> = {
  daily: 'FREQ=DAILY',
  weekdays: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  weekly: 'FREQ=WEEKLY',
  monthly: 'FREQ=MONTHLY',
}

export const repeats = ['none', 'daily', 'weekdays', 'weekly', 'monthly'] as const

export function repeatOf(rule: string | null | undefined): Repeat {
  if (rule == null) return 'none'
  const plain = sorted(rule)
  const entry = Object.entries(rules).find(([, known]) => sorted(known) === plain)
  return (entry?.[0] as Repeat | undefined) ?? 'other'
}

/** The rule of a choice; `other` keeps what was there. */
export function ruleOf(repeat: Repeat, before: string | null = null): string | null {
  if (repeat === 'none') return null
  return repeat === 'other' ? before : rules[repeat]
}

/** Whose parts stand in another order is the same rule. */
function sorted(rule: string): string {
  return rule
    .toUpperCase()
    .split(';')
    .filter((part) => part !== 'INTERVAL=1')
    .map((part) => {
      const [name, values = ''] = part.split('=')
      return `${name}=${values.split(',').toSorted().join()}`
    })
    .toSorted()
    .join(';')
}
