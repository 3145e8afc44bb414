// Shows the services' OpenAPI documents: a link per service, an entry per operation.
const SERVICES = ['auth', 'session', 'user', 'chat', 'oauth', 'sms', 'analytics']
const services = document.getElementById('services')
const operations = document.getElementById('operations')

const element = (name, text, attributes = {}) => {
  const made = document.createElement(name)
  made.textContent = text
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}

const operationOf = (method, path, operation) => {
  const entry = document.createElement('details')
  const title = element('summary', '')
  title.append(element('b', method.toUpperCase()), element('code', path), ` ${operation.summary ?? ''}`)
  const { parameters, requestBody, responses } = operation
  entry.append(title, element('pre', JSON.stringify({ parameters, requestBody, responses }, null, 2)))
  return entry
}

const show = async () => {
  const service = SERVICES.includes(location.hash.slice(1)) ? location.hash.slice(1) : SERVICES[0]
  for (const link of services.children) {
    link.toggleAttribute('aria-current', link.hash === `#${service}`)
  }
  const response = await fetch(`/openapi/${service}.json`)
  if (!response.ok) {
    operations.replaceChildren(element('p', 'This service is away for a moment; try again.'))
    return
  }
  const { paths, components } = await response.json()
  const entries = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationOf(method, path, operation)),
  )
  const schemas = document.createElement('details')
  schemas.append(element('summary', 'Schemas'), element('pre', JSON.stringify(components?.schemas ?? {}, null, 2)))
  operations.replaceChildren(element('a', `/openapi/${service}.json`, { href: `/openapi/${service}.json` }), ...entries, schemas)
}

services.append(...SERVICES.map((service) => element('a', service, { href: `#${service}` })))
addEventListener('hashchange', show)
show()
