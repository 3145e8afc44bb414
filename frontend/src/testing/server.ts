import { HttpResponse } from 'msw'
import { setupServer } from 'msw/node'

/** Stands in for the gateway; each test adds the answers that it needs. */
export const server = setupServer()

/** The address of an API path, as tests see it. */
export function at(path: string): string {
  return `${location.origin}${path}`
}

/** An error as every service sends it. */
export function problem(status: number, code: string, more: object = {}): Response {
  return HttpResponse.json(
    { type: 'about:blank', title: code, status, code, detail: `${code}.`, ...more },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  )
}
