// The audit log, written by hand until docs/openapi/user.json has them. Then drop
// this file and `AdminPaths` in operations.ts, and take the shapes in types.ts from `Users`.

export interface AdminSchemas {
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

interface Asking<Filter extends string> {
  parameters: { query?: Partial<Record<Filter | 'cursor', string>> & { limit?: number } }
}

type S = AdminSchemas

export interface AdminPaths {
  '/api/v1/admin/audit-log': {
    get: Lists<S['AuditEntry']> & Asking<'actor' | 'user' | 'action' | 'from' | 'to'>
  }
  '/api/v1/admin/audit-log/verification': { get: Answers<S['Verification']> }
}
