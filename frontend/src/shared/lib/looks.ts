import type { Preferences } from '@/shared/api/types'

type Looks = Pick<Preferences, 'theme' | 'reducedMotion'>

/** What suits these eyes on this screen; it stays on the device. */
export interface Appearance {
  contrast: 'SYSTEM' | 'HIGH'
  font: 'STANDARD' | 'READABLE'
  size: 'NORMAL' | 'LARGE' | 'LARGER' | 'LARGEST'
}

const REMEMBERED = 'assistant.looks'
const APPEARANCE = 'assistant.appearance'
const usual: Appearance = { contrast: 'SYSTEM', font: 'STANDARD', size: 'NORMAL' }

export const appearances: { [K in keyof Appearance]: Appearance[K][] } = {
  contrast: ['SYSTEM', 'HIGH'],
  font: ['STANDARD', 'READABLE'],
  size: ['NORMAL', 'LARGE', 'LARGER', 'LARGEST'],
}

/** Shows the app as wished, on this device also before the next sign-in. */
export function applyLooks({ theme, reducedMotion }: Looks): void {
  show(theme, reducedMotion)
  localStorage.setItem(REMEMBERED, `${theme} ${reducedMotion ? 'reduced' : 'full'}`)
}

/** Shows the app as it was wished last. */
export function startLooks(): void {
  const [theme = 'SYSTEM', motion] = (localStorage.getItem(REMEMBERED) ?? '').split(' ')
  show(theme, motion === 'reduced')
  showAppearance(readAppearance())
}

export function readAppearance(): Appearance {
  const [contrast, font, size] = (localStorage.getItem(APPEARANCE) ?? '').split(' ')
  return {
    contrast: appearances.contrast.find((it) => it === contrast) ?? usual.contrast,
    font: appearances.font.find((it) => it === font) ?? usual.font,
    size: appearances.size.find((it) => it === size) ?? usual.size,
  }
}

export function applyAppearance(wished: Appearance): void {
  const { contrast, font, size } = wished
  localStorage.setItem(APPEARANCE, `${contrast} ${font} ${size}`)
  showAppearance(wished)
}

function showAppearance({ contrast, font, size }: Appearance): void {
  mark('contrast', contrast === usual.contrast ? null : contrast)
  mark('font', font === usual.font ? null : font)
  mark('size', size === usual.size ? null : size)
}

function show(theme: string, reducedMotion: boolean): void {
  mark('theme', theme === 'LIGHT' || theme === 'DARK' ? theme : null)
  mark('motion', reducedMotion ? 'reduced' : null)
}

/** What is usual carries no mark. */
function mark(name: string, value: string | null): void {
  const { dataset } = document.documentElement
  if (value === null) delete dataset[name]
  else dataset[name] = value.toLowerCase()
}
