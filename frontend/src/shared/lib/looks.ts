import type { Preferences } from '@/shared/api/types'

type Looks = Pick<Preferences, 'theme' | 'reducedMotion'>

const REMEMBERED = 'assistant.looks'

/** Shows the app as wished, on this device also before the next sign-in. */
export function applyLooks({ theme, reducedMotion }: Looks): void {
  show(theme, reducedMotion)
  localStorage.setItem(REMEMBERED, `${theme} ${reducedMotion ? 'reduced' : 'full'}`)
}

/** Shows the app as it was wished last. */
export function startLooks(): void {
  const [theme = 'SYSTEM', motion] = (localStorage.getItem(REMEMBERED) ?? '').split(' ')
  show(theme, motion === 'reduced')
}

function show(theme: string, reducedMotion: boolean): void {
  const { dataset } = document.documentElement
  if (theme === 'LIGHT' || theme === 'DARK') dataset['theme'] = theme.toLowerCase()
  else delete dataset['theme']
  if (reducedMotion) dataset['motion'] = 'reduced'
  else delete dataset['motion']
}
