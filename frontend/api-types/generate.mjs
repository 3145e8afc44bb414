// Writes src/shared/api/generated/<service>.ts from the services' committed OpenAPI documents.
// With --check it writes nothing and fails when a committed file is not what the document says.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import openapi, { astToString } from 'openapi-typescript'

const services = ['auth', 'session', 'user', 'chat', 'oauth', 'sms', 'analytics']
const documents = new URL('../../docs/openapi/', import.meta.url)
const generated = new URL('../src/shared/api/generated/', import.meta.url)
const checking = process.argv.includes('--check')

/** The services send null for what is not there: a property that may be absent may be null. */
const nullable = (types) =>
  types.replace(/^ {4}schemas: \{\n.*?^ {4}\};?$/ms, (schemas) =>
    schemas.replaceAll(/^( {12}\w+\?: )(\{\n[^]*?^ {12}\}.*|.+);$/gm, '$1$2 | null;'),
  )

mkdirSync(generated, { recursive: true })
const stale = []
for (const service of services) {
  const document = new URL(`${service}.json`, documents)
  if (!existsSync(document)) {
    stale.push(`docs/openapi/${service}.json is missing`)
    continue
  }
  const types = nullable(astToString(await openapi(document, { alphabetize: true })))
  const text = `// Generated from docs/openapi/${service}.json by \`npm run api\`.\n\n${types}`
  const target = new URL(`${service}.ts`, generated)
  if (!checking) {
    writeFileSync(target, text)
  } else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    stale.push(`${fileURLToPath(target)} is not up to date`)
  }
}
if (stale.length > 0) {
  console.error(`${stale.join('\n')}\nRun \`npm run api\` in frontend/.`)
  process.exit(1)
}
console.log(checking ? 'API types are up to date.' : 'API types written.')
