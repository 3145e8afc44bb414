import { call, download } from '@/shared/api/client'
import type { Filter } from '@/shared/api/operations'
import type {
  Account,
  AuditEntry,
  Page,
  Permission,
  PrivacyRequest,
  Role,
  RoleChange,
  Session,
  Threat,
  Verification,
} from '@/shared/api/types'

export type UserFilter = Filter<'/api/v1/admin/users'>
export type AuditFilter = Filter<'/api/v1/admin/audit-log'>
export type ThreatFilter = Filter<'/api/v1/admin/threats'>

export function searchUsers(filter: UserFilter, cursor?: string): Promise<Page<Account>> {
  return call('get', '/api/v1/admin/users', { query: { ...filter, cursor } })
}

export function readUser(id: string): Promise<Account> {
  return call('get', '/api/v1/admin/users/{id}', { path: { id } })
}

export async function setRoles(id: string, roles: string[]): Promise<void> {
  await call('put', '/api/v1/admin/users/{id}/roles', { path: { id }, body: { roles } })
}

export async function suspend(id: string, reason: string): Promise<void> {
  await call('post', '/api/v1/admin/users/{id}/suspend', { path: { id }, body: { reason } })
}

export async function reinstate(id: string): Promise<void> {
  await call('post', '/api/v1/admin/users/{id}/reinstate', { path: { id } })
}

export async function readUserSessions(id: string): Promise<Session[]> {
  return (await call('get', '/api/v1/admin/users/{userId}/sessions', { path: { userId: id } }))
    .items
}

export async function endUserSessions(id: string): Promise<void> {
  await call('delete', '/api/v1/admin/users/{userId}/sessions', { path: { userId: id } })
}

export async function readRoles(): Promise<Role[]> {
  return (await call('get', '/api/v1/admin/roles')).items
}

export async function readPermissions(): Promise<Permission[]> {
  return (await call('get', '/api/v1/admin/permissions')).items
}

export async function createRole(name: string, change: RoleChange): Promise<void> {
  await call('post', '/api/v1/admin/roles', { body: { name, ...change } })
}

export async function changeRole(name: string, body: RoleChange): Promise<void> {
  await call('put', '/api/v1/admin/roles/{name}', { path: { name }, body })
}

export async function deleteRole(name: string): Promise<void> {
  await call('delete', '/api/v1/admin/roles/{name}', { path: { name } })
}

export function readAudit(filter: AuditFilter, cursor?: string): Promise<Page<AuditEntry>> {
  return call('get', '/api/v1/admin/audit-log', { query: { ...filter, cursor } })
}

export function downloadAudit(filter: AuditFilter): Promise<Blob> {
  return download('/api/v1/admin/audit-log.csv', { query: { ...filter } })
}

/** A request verifies a part of a long log: asks on to its end, or to where it is broken. */
export async function verifyAudit(): Promise<Verification> {
  let after = 0
  for (;;) {
    const part = await call('get', '/api/v1/admin/audit-log/verification', { query: { after } })
    if (part.next == null || part.next <= after) return part
    after = part.next
  }
}

export function readFindings(filter: ThreatFilter, cursor?: string): Promise<Page<Threat>> {
  return call('get', '/api/v1/admin/threats', { query: { ...filter, cursor } })
}

export async function dismissFinding(id: string): Promise<void> {
  await call('post', '/api/v1/admin/threats/{id}/dismiss', { path: { id } })
}

export function readPrivacyRequests(
  kind: PrivacyRequest['kind'] | '',
  cursor?: string,
): Promise<Page<PrivacyRequest>> {
  return call('get', '/api/v1/admin/privacy-requests', { query: { kind, cursor } })
}
