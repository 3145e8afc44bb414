import axios from 'axios'
import type { AxiosRequestConfig } from 'axios'

import type { Answer, Method, Parts, PathFor } from './operations'
import { apiPath } from './paths'
import type { PathValues, Query } from './paths'

/** How the client gets an access token, and a new one after a 401; the session registers itself here. */
export interface Authorizer {
  token: () => string | null
  renew: () => Promise<boolean>
}

export interface CallOptions {
  /** Makes a create safe to repeat: the same key is the same work. */
  idempotencyKey?: string
  /** The version that an update is based on. */
  ifMatch?: number
  /** True for requests that carry no access token. */
  anonymous?: boolean
  timeoutMillis?: number
}

interface Request extends CallOptions {
  path?: PathValues
  query?: Query
  body?: unknown
}

type Rest<Options> = object extends Options ? [options?: Options] : [options: Options]

const DEFAULT_TIMEOUT = 20_000

const http = axios.create({ headers: { Accept: 'application/json' } })
let authorizer: Authorizer = { token: () => null, renew: () => Promise.resolve(false) }

export function authorizeRequestsWith(next: Authorizer): void {
  authorizer = next
}

/**
 * Calls an operation of the services, with the types of their documents; answers 401 by renewing
 * the access token once.
 */
export function call<M extends Method, P extends PathFor<M>>(
  method: M,
  path: P,
  ...rest: Rest<Parts<M, P> & CallOptions>
): Promise<Answer<M, P>>
export async function call(method: Method, path: string, request: Request = {}): Promise<unknown> {
  try {
    return await attempt(method, path, request)
  } catch (error) {
    const renewable = axios.isAxiosError(error) && error.response?.status === 401
    if (!renewable || request.anonymous === true || !(await authorizer.renew())) throw error
    return attempt(method, path, request)
  }
}

async function attempt(method: Method, path: string, request: Request): Promise<unknown> {
  const headers: Record<string, string> = {}
  const token = request.anonymous === true ? null : authorizer.token()
  if (token !== null) headers['Authorization'] = `Bearer ${token}`
  if (request.idempotencyKey !== undefined) headers['Idempotency-Key'] = request.idempotencyKey
  if (request.ifMatch !== undefined) headers['If-Match'] = `"${request.ifMatch}"`
  const config: AxiosRequestConfig = {
    method,
    url: apiPath(path, request.path, request.query),
    headers,
    timeout: request.timeoutMillis ?? DEFAULT_TIMEOUT,
  }
  if (request.body !== undefined) config.data = request.body
  const response = await http.request<unknown>(config)
  return response.data
}
