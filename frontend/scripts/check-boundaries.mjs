// The one direction of imports: app -> features/<x> -> shared; no feature imports another.
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

const src = new URL('../src', import.meta.url).pathname
const layerOf = (file) => {
  const [top, feature] = relative(src, file).split('/')
  return top === 'features' ? `features/${feature}` : top
}
const allowed = (from, to) => {
  if (from === to) return true
  if (to === 'shared') return from !== 'worker'
  if (from === 'app') return to.startsWith('features/') || to === 'testing'
  return to === 'testing'
}

const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
const broken = []
let arrows = 0
for (const file of files) {
  const from = layerOf(file)
  const source = readFileSync(file, 'utf8')
  for (const [, name] of source.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)) {
    const target = name.startsWith('@/')
      ? join(src, name.slice(2))
      : name.startsWith('.')
        ? resolve(dirname(file), name)
        : null
    if (target === null) continue
    arrows += 1
    const to = layerOf(target)
    const isTest = /\.spec\.tsx?$/.test(file)
    if (!allowed(from, to) || (to === 'testing' && !isTest && from !== 'testing')) {
      broken.push(`${relative(src, file)} (${from}) imports ${name} (${to})`)
    }
  }
  const outside = !/shared\/api\/|testing\/|worker\/|\.spec\./.test(file)
  if (outside && /from 'axios'|\bfetch\(|XMLHttpRequest/.test(source)) {
    broken.push(`${relative(src, file)} sends a request itself; use call`)
  }
}
if (arrows < 50) broken.push(`only ${arrows} imports seen: does this check still read the code?`)
if (broken.length > 0) {
  console.error(broken.join('\n'))
  process.exit(1)
}
console.log(`${files.length} files, ${arrows} imports, all in one direction.`)
