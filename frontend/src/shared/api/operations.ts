import type { AccountPaths } from './accountTypes'
import type { paths as AnalyticsPaths } from './generated/analytics'
import type { paths as AuthPaths } from './generated/auth'
import type { paths as ChatPaths } from './generated/chat'
import type { paths as OAuthPaths } from './generated/oauth'
import type { paths as SessionPaths } from './generated/session'
import type { paths as UserPaths } from './generated/user'
import type { IdentityPaths } from './identityTypes'

/** Every operation that the app may call, as the services' documents have them. */
type Documented = AuthPaths & SessionPaths & UserPaths & ChatPaths & OAuthPaths & AnalyticsPaths

/** What is written by hand goes before what is documented. */
type Paths = Omit<Documented, keyof IdentityPaths | keyof AccountPaths> &
  IdentityPaths &
  AccountPaths

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

type QueryPart<O> = O extends { parameters: { query?: infer Q } }
  ? { query?: Exclude<Q, undefined> }
  : object

/** A body that its document describes only as JSON may be any object. */
type Body<B> = B extends { missingNode?: unknown } ? object : B

type BodyPart<O> = O extends { requestBody: { content: { 'application/json': infer B } } }
  ? { body: Body<B> }
  : O extends { requestBody?: { content: { 'application/json': infer B } } }
    ? { body?: Body<B> }
    : object

/** What has to be said to call the operation. */
export type Parts<M extends Method, P extends keyof Paths> = PathPart<Operation<M, P>> &
  QueryPart<Operation<M, P>> &
  BodyPart<Operation<M, P>>
