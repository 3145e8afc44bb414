// Fails when the script a first visit loads is over its budget: the entry, what it imports
// statically, and the largest language and page that follow.
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

const BUDGET = 130 * 1024
const PAGE_BUDGET = 60 * 1024
const dist = new URL('../dist', import.meta.url).pathname
const assets = join(dist, 'assets')
const html = readFileSync(join(dist, 'index.html'), 'utf8')
const gz = (name) => statSync(join(assets, `${name}.gz`)).size

const initial = new Set([...html.matchAll(/assets\/([^"']+\.js)/g)].map((match) => match[1]))
for (const name of initial) {
  const source = readFileSync(join(assets, name), 'utf8')
  for (const match of source.matchAll(
    /(?:^|[;}\s])import\s*(?:[\w*{][^"']*?from)?\s*["']\.\/([^"']+\.js)["']/g,
  )) {
    initial.add(basename(match[1]))
  }
}
const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'))
const later = scripts.filter((name) => !initial.has(name))
const total = [...initial].reduce((sum, name) => sum + gz(name), 0)
const largest = (pattern) => Math.max(0, ...later.filter((name) => pattern.test(name)).map(gz))
const first = total + largest(/^(en|es|pt)-/) + largest(/^(Today|SignIn)Page-/)

const kb = (bytes) => `${(bytes / 1024).toFixed(1)} kB gz`
for (const name of [...initial].toSorted()) console.log(`first load  ${name}  ${kb(gz(name))}`)
for (const name of later.toSorted((a, b) => gz(b) - gz(a)))
  console.log(`on demand   ${name}  ${kb(gz(name))}`)
console.log(`first load with the largest language and first page: ${kb(first)} of ${kb(BUDGET)}`)
const heavy = later.filter((name) => gz(name) > PAGE_BUDGET)
if (first > BUDGET || heavy.length > 0) {
  console.error(`Over budget. ${heavy.join(', ')}`)
  process.exit(1)
}
