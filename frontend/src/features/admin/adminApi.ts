import type {
  Account,
  AccountSession,
  AuditEntry,
  AuditFilter,
  Finding,
  Page,
  Permission,
  PrivacyRequest,
  Role,
  RoleChange,
  ThreatFilter,
  UserFilter,
  Verification,
} from '@/shared/api/accountTypes'
import { call, download } from '@/shared/api/client'

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

export async function readUserSessions(id: string): Promise<AccountSession[]> {
  return (await call('get', '/api/v1/admin/users/{id}/sessions', { path: { id } })).items
}

export async function endUserSessions(id: string): Promise<void> {
  await call('delete', '/api/v1/admin/users/{id}/sessions', { path: { id } })
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

export function verifyAudit(): Promise<Verification> {
  return call('get', '/api/v1/admin/audit-log/verification', { timeoutMillis: 120_000 })
}

export function readFindings(filter: ThreatFilter, cursor?: string): Promise<Page<Finding>> {
  return call('get', '/api/v1/admin/threats', { query: { ...filter, cursor } })
}

export async function dismissFinding(id: string): Promise<void> {
  await call('post', '/api/v1/admin/threats/{id}/dismiss', { path: { id } })
}

export function readPrivacyRequests(
  kind: string | undefined,
  cursor?: string,
): Promise<Page<PrivacyRequest>> {
  return call('get', '/api/v1/admin/privacy-requests', { query: { kind, cursor } })
}
