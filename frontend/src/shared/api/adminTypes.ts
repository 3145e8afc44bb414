// Accounts, roles and the audit log, written by hand until docs/openapi/user.json has them. Then drop
// this file and `AdminPaths` in operations.ts, and take the shapes in types.ts from `Users`.

interface RoleChange {
  description: string
  permissions: string[]
  inherits: string[]
}

export interface AdminSchemas {
  Account: {
    id: string
    email: string
    displayName: string
    status: 'ACTIVE' | 'SUSPENDED' | 'ERASING'
    roles: string[]
    createdAt: string
    lastSeenAt?: string | null
  }
  RoleChange: RoleChange
  Role: RoleChange & { name: string; builtIn: boolean; users: number }
  Permission: { name: string; description?: string | null }
  AuditEntry: {
    id: string
    sequence: number
    at: string
    service: string
    action: string
    actorId?: string | null
    userId?: string | null
    target?: string | null
    outcome: string
    address?: string | null
    details?: Record<string, unknown> | null
  }
  Verification: {
    valid: boolean
    entries: number
    firstBroken?: { sequence: number; id: string; reason: string } | null
  }
}

interface Answers<T> {
  responses: { 200: { content: { 'application/json': T } } }
}

interface Lists<T> extends Answers<{ items: T[]; nextCursor?: string | null }> {}

interface AnswersNothing {
  responses: { 204: { content?: never } }
}

interface Takes<T> {
  requestBody: { content: { 'application/json': T } }
}

interface By<Name extends string> {
  parameters: { path: Record<Name, string> }
}

interface Asking<Filter extends string> {
  parameters: { query?: Partial<Record<Filter | 'cursor', string>> & { limit?: number } }
}

type S = AdminSchemas

export interface AdminPaths {
  '/api/v1/admin/users': { get: Lists<S['Account']> & Asking<'query' | 'role' | 'status'> }
  '/api/v1/admin/users/{id}': { get: Answers<S['Account']> & By<'id'> }
  '/api/v1/admin/users/{id}/roles': { put: AnswersNothing & By<'id'> & Takes<{ roles: string[] }> }
  '/api/v1/admin/users/{id}/suspend': {
    post: AnswersNothing & By<'id'> & Takes<{ reason: string }>
  }
  '/api/v1/admin/users/{id}/reinstate': { post: AnswersNothing & By<'id'> }
  '/api/v1/admin/roles': {
    get: Lists<S['Role']>
    post: Answers<S['Role']> & Takes<RoleChange & { name: string }>
  }
  '/api/v1/admin/roles/{name}': {
    put: Answers<S['Role']> & By<'name'> & Takes<RoleChange>
    delete: AnswersNothing & By<'name'>
  }
  '/api/v1/admin/permissions': { get: Lists<S['Permission']> }
  '/api/v1/admin/audit-log': {
    get: Lists<S['AuditEntry']> & Asking<'actor' | 'user' | 'action' | 'from' | 'to'>
  }
  '/api/v1/admin/audit-log/verification': { get: Answers<S['Verification']> }
}
