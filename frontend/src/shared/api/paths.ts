export type PathValues = Record<string, string>
export type Query = Record<string, string | number | boolean | null | undefined>

/**
 * The only builder of API addresses: fills the `{names}` of a template as it stands in the OpenAPI
 * documents and appends the query values that are set.
 */
export function apiPath(template: string, values: PathValues = {}, query: Query = {}): string {
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined || value === '') throw new Error(`${template} needs ${name}`)
    return encodeURIComponent(value)
  })
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}
