import axios from 'axios'
import type { AxiosRequestConfig } from 'axios'

import { language } from '@/shared/i18n/i18n'

import type { Answer, Method, Parts, PathFor } from './operations'
import { apiPath } from './paths'
import type { PathValues, Query } from './paths'

/**
 * How the client gets an access token, a new one after a 401, and a fresh proof of who is here when
 * a request needs it; the session registers itself here.
 */
export interface Authorizer {
  token: () => string | null
  renew: () => Promise<boolean>
  stepUp: () => Promise<boolean>
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
  /** True when the answer is a file. */
  file?: boolean
}

type Rest<Options> = object extends Options ? [options?: Options] : [options: Options]

const DEFAULT_TIMEOUT = 20_000
const FILE_TIMEOUT = 120_000

const http = axios.create({ headers: { Accept: 'application/json' } })
const no = (): Promise<boolean> => Promise.resolve(false)
let authorizer: Authorizer = { token: () => null, renew: no, stepUp: no }

export function authorizeRequestsWith(next: Authorizer): void {
  authorizer = next
}

/**
 * Calls an operation of the services, with the types of their documents; answers 401 by renewing
 * the access token, and the wish for a recent sign-in by asking for one, each once.
 */
export function call<M extends Method, P extends PathFor<M>>(
  method: M,
  path: P,
  ...rest: Rest<Parts<M, P> & CallOptions>
): Promise<Answer<M, P>>
export function call(method: Method, path: string, request: Request = {}): Promise<unknown> {
  return persist(method, path, request)
}

/** Gets a file, with the token and the remedies of {@link call}. */
export async function download(
  path: string,
  request: Pick<Request, 'path' | 'query'> = {},
): Promise<Blob> {
  const file = { ...request, timeoutMillis: FILE_TIMEOUT, file: true }
  return new Blob([(await persist('get', path, file)) as ArrayBuffer])
}

async function persist(method: Method, path: string, request: Request): Promise<unknown> {
  const tried = new Set<Remedy>()
  for (;;) {
    try {
      return await attempt(method, path, request)
    } catch (error) {
      const remedy = request.anonymous === true ? null : remedyFor(error)
      if (remedy === null || tried.has(remedy) || !(await authorizer[remedy]())) throw error
      tried.add(remedy)
    }
  }
}

type Remedy = 'renew' | 'stepUp'

/** A wrong code or password is the person's to mend; any other 401 is the token's. */
function remedyFor(error: unknown): Remedy | null {
  if (!axios.isAxiosError<{ code?: string } | undefined>(error)) return null
  const code = error.response?.data?.code ?? ''
  if (error.response?.status === 401) return /^invalid-(?!token)/.test(code) ? null : 'renew'
  const wantsProof = error.response?.status === 403 && code === 'reauthentication-required'
  return wantsProof ? 'stepUp' : null
}

async function attempt(method: Method, path: string, request: Request): Promise<unknown> {
  const headers: Record<string, string> = { 'Accept-Language': language() }
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
  if (request.file === true) {
    headers['Accept'] = '*/*'
    config.responseType = 'arraybuffer'
  }
  try {
    const response = await http.request<unknown>(config)
    return response.data
  } catch (error) {
    if (request.file === true) readRefusal(error)
    throw error
  }
}

/** Where a file was expected, a problem comes as bytes too. */
function readRefusal(error: unknown): void {
  if (!axios.isAxiosError<unknown>(error) || error.response === undefined) return
  try {
    error.response.data = JSON.parse(new TextDecoder().decode(error.response.data as ArrayBuffer))
  } catch {
    error.response.data = {}
  }
}
