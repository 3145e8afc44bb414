import type { paths as AnalyticsPaths } from './generated/analytics'
import type { paths as AuthPaths } from './generated/auth'
import type { paths as ChatPaths } from './generated/chat'
import type { paths as OAuthPaths } from './generated/oauth'
import type { paths as SessionPaths } from './generated/session'
import type { paths as UserPaths } from './generated/user'

/** Every operation that the app may call, as the services' documents have them. */
type Paths = AuthPaths & SessionPaths & UserPaths & ChatPaths & OAuthPaths & AnalyticsPaths

export type Method = 'get' | 'put' | 'post' | 'patch' | 'delete'

/** The addresses that have the method. */
export type PathFor<M extends Method> = {
  [P in keyof Paths]: Paths[P] extends Record<M, { responses: unknown }> ? P : never
}[keyof Paths]

type Operation<M extends Method, P extends keyof Paths> =
  Paths[P] extends Record<M, infer O> ? O : never

type Json<T> = T extends { content: { 'application/json': infer J } } ? J : undefined

type Success<R> = R[keyof R & (200 | 201 | 202 | 204)]

/** What a successful call answers with. */
export type Answer<M extends Method, P extends keyof Paths> =
  Operation<M, P> extends { responses: infer R } ? Json<Success<R>> : never

type PathPart<O> = O extends { parameters: { path: infer V extends object } } ? { path: V } : object

/** What is empty is not asked. */
type Question<Q> = { [K in keyof Q]: Q[K] | '' | undefined }

type QueryPart<O> = O extends { parameters: { query?: infer Q } }
  ? { query?: Question<Exclude<Q, undefined>> }
  : object

/** A document says only that it is an object: of WebAuthn, or a patch. */
type AnyObject = Record<string, never>

type Field<T> = [NonNullable<T>] extends [AnyObject] ? object | Extract<T, null | undefined> : T

type Body<B> = [B] extends [AnyObject] ? object : { [K in keyof B]: Field<B[K]> }

type BodyPart<O> = O extends { requestBody: { content: { 'application/json': infer B } } }
  ? { body: Body<B> }
  : O extends { requestBody?: { content: { 'application/json': infer B } } }
    ? { body?: Body<B> }
    : object

/** What has to be said to call the operation. */
export type Parts<M extends Method, P extends keyof Paths> = PathPart<Operation<M, P>> &
  QueryPart<Operation<M, P>> &
  BodyPart<Operation<M, P>>

/** What a list may be narrowed by. */
export type Filter<P extends PathFor<'get'>> =
  Parts<'get', P> extends { query?: infer Q }
    ? Omit<Exclude<Q, undefined>, 'cursor' | 'limit'>
    : never
