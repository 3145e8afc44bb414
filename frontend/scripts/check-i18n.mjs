// Every language has the same keys with the same {{values}}, and every key is used.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const src = new URL('../src', import.meta.url).pathname
const locales = join(src, 'shared/i18n/locales')
const plural = /_(zero|one|two|few|many|other)$/
const flatten = (node, prefix = '') =>
  Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  )
const read = (language) =>
  new Map(
    ['', 'account-'].flatMap((part) =>
      flatten(JSON.parse(readFileSync(join(locales, `${part}${language}.json`), 'utf8'))),
    ),
  )
const values = (text) =>
  [...text.matchAll(/{{\s*(\w+)/g)]
    .map((match) => match[1])
    .toSorted((a, b) => a.localeCompare(b))
    .join()
const stem = (key) => key.replace(plural, '')

const english = read('en')
const problems = []
for (const language of ['es', 'pt']) {
  const other = read(language)
  const stems = new Set([...other.keys()].map(stem))
  const englishStems = new Set([...english.keys()].map(stem))
  for (const key of englishStems)
    if (!stems.has(key)) problems.push(`${language}: ${key} is missing`)
  for (const key of stems)
    if (!englishStems.has(key)) problems.push(`${language}: ${key} is unknown`)
  for (const [key, text] of other) {
    const source = english.get(key) ?? english.get(`${stem(key)}_other`)
    if (text.trim() === '') problems.push(`${language}: ${key} is empty`)
    if (source !== undefined && values(source) !== values(text)) {
      problems.push(`${language}: ${key} has other values than English`)
    }
  }
}

const code = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.spec.'))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .join('\n')
const used = new Set(
  [...code.matchAll(/['"`]([\w-]+(?:\.[\w-]+)+)['"`]/g)].map((match) => match[1]),
)
const families = [...code.matchAll(/`([\w-]+(?:\.[\w-]+)*\.)\$\{/g)].map((match) => match[1])
for (const key of english.keys()) {
  if (!used.has(stem(key)) && !families.some((family) => key.startsWith(family))) {
    problems.push(`en: ${key} is not used`)
  }
}
if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exit(1)
}
console.log(`${english.size} texts in three languages.`)
