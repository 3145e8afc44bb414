// Operations of settings, notifications, privacy and administration, written by hand as the services
// offer them. Generated types replace this file: drop `AccountPaths` from operations.ts and name the
// shapes in types.ts.
import type { paths as UserPaths } from './generated/user'

export interface Hours {
  start: string
  end: string
}

export type Theme = 'SYSTEM' | 'LIGHT' | 'DARK'
export type EnergyPattern = 'MORNING' | 'MIDDAY' | 'EVENING' | 'VARIES'
export type Tone = 'WARM' | 'DIRECT' | 'PLAYFUL'

export interface AccountPreferences {
  locale: string
  timeZone: string
  workingHours?: Hours | null
  quietHours?: Hours | null
  energyPattern?: EnergyPattern | null
  theme: Theme
  reducedMotion: boolean
  tone?: Tone | null
  version: number
}

export interface Channels {
  email: boolean
  push: boolean
  sms: boolean
}

export interface NotificationSettings extends Channels {
  inApp: boolean
  digest: 'OFF' | 'DAILY'
  digestAt: string
  categories: { security: Channels; reminders: Channels; product: Channels }
  version: number
}

export interface PushDevice {
  id: string
  deviceName?: string | null
  service?: string | null
  createdAt: string
  usedAt?: string | null
}

export interface NewPushDevice {
  endpoint: string
  keys: { p256dh: string; auth: string }
  deviceName?: string
}

export interface Told {
  id: string
  template: string
  category: 'SECURITY' | 'REMINDERS' | 'PRODUCT'
  title: string
  body: string
  link?: string | null
  createdAt: string
  readAt?: string | null
}

export interface DataExport {
  id: string
  status: 'PENDING' | 'READY' | 'EXPIRED' | 'FAILED'
  createdAt: string
  expiresAt?: string | null
}

export interface Erasure {
  id?: string | null
  status: 'NONE' | 'SCHEDULED' | 'RUNNING'
  dueAt?: string | null
}

export type AccountStatus = 'ACTIVE' | 'SUSPENDED' | 'ERASING'

export interface Account {
  id: string
  email: string
  displayName: string
  status: AccountStatus
  roles: string[]
  createdAt: string
  lastSeenAt?: string | null
}

export interface AccountSession {
  id: string
  deviceName?: string | null
  name?: string | null
  browser?: string | null
  system?: string | null
  address?: string | null
  place?: string | null
  lastSeenAt: string
}

export interface RoleChange {
  description: string
  permissions: string[]
  inherits: string[]
}

export interface Role extends RoleChange {
  name: string
  builtIn: boolean
  users: number
}

export interface Permission {
  name: string
  description?: string | null
}

export interface AuditEntry {
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

export interface Verification {
  valid: boolean
  entries: number
  firstBroken?: { sequence: number; id: string; reason: string } | null
}

export interface Finding {
  id: string
  userId?: string | null
  rule: string
  severity: 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL'
  status: 'OPEN' | 'DISMISSED'
  at: string
  actions: string[]
  evidence?: Record<string, unknown> | null
  text: string
}

export interface PrivacyRequest {
  id: string
  kind: 'EXPORT' | 'ERASURE'
  status: string
  userId?: string | null
  createdAt: string
  dueAt?: string | null
  expiresAt?: string | null
  finishedAt?: string | null
}

export interface Page<T> {
  items: T[]
  nextCursor?: string | null
}

interface Json<T> {
  content: { 'application/json': T }
}

interface Answers<T> {
  responses: { 200: Json<T> }
}

interface AnswersNothing {
  responses: { 204: { content?: never } }
}

interface Takes<T> {
  requestBody: Json<T>
}

interface By<Name extends string> {
  parameters: { path: Record<Name, string> }
}

type Asking<Filter = object> = {
  parameters: { query?: Filter & { cursor?: string | undefined; limit?: number | undefined } }
}

export interface UserFilter {
  query?: string | undefined
  role?: string | undefined
  status?: string | undefined
}

export interface AuditFilter {
  actor?: string | undefined
  user?: string | undefined
  action?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

export interface ThreatFilter {
  userId?: string | undefined
  severity?: string | undefined
  status?: string | undefined
}

export interface AccountPaths {
  '/api/v1/users/me': Omit<UserPaths['/api/v1/users/me'], 'delete'> & {
    delete: Answers<{ id: string; dueAt: string }>
  }
  '/api/v1/users/me/preferences': {
    get: Answers<AccountPreferences>
    put: Answers<AccountPreferences> & Takes<Omit<AccountPreferences, 'version'>>
  }
  '/api/v1/users/me/notification-settings': {
    get: Answers<NotificationSettings>
    put: Answers<NotificationSettings> & Takes<Omit<NotificationSettings, 'version'>>
  }
  '/api/v1/users/me/push-key': { get: Answers<{ publicKey: string }> }
  '/api/v1/users/me/push-subscriptions': {
    get: Answers<Page<PushDevice>>
    post: Answers<{ id: string }> & Takes<NewPushDevice>
  }
  '/api/v1/users/me/push-subscriptions/{id}': { delete: AnswersNothing & By<'id'> }
  '/api/v1/notifications': { get: Answers<Page<Told> & { unread: number }> & Asking }
  '/api/v1/notifications/unread-count': { get: Answers<{ unread: number }> }
  '/api/v1/notifications/read-all': { post: AnswersNothing }
  '/api/v1/notifications/{id}/read': { post: AnswersNothing & By<'id'> }
  '/api/v1/users/me/exports': { get: Answers<Page<DataExport>>; post: Answers<DataExport> }
  '/api/v1/users/me/erasure': { get: Answers<Erasure> }
  '/api/v1/admin/users': { get: Answers<Page<Account>> & Asking<UserFilter> }
  '/api/v1/admin/users/{id}': { get: Answers<Account> & By<'id'> }
  '/api/v1/admin/users/{id}/roles': {
    put: AnswersNothing & By<'id'> & Takes<{ roles: string[] }>
  }
  '/api/v1/admin/users/{id}/suspend': {
    post: AnswersNothing & By<'id'> & Takes<{ reason: string }>
  }
  '/api/v1/admin/users/{id}/reinstate': { post: AnswersNothing & By<'id'> }
  '/api/v1/admin/users/{id}/sessions': {
    get: Answers<Page<AccountSession>> & By<'id'>
    delete: AnswersNothing & By<'id'>
  }
  '/api/v1/admin/roles': {
    get: Answers<Page<Role>>
    post: Answers<Role> & Takes<RoleChange & { name: string }>
  }
  '/api/v1/admin/roles/{name}': {
    put: Answers<Role> & By<'name'> & Takes<RoleChange>
    delete: AnswersNothing & By<'name'>
  }
  '/api/v1/admin/permissions': { get: Answers<Page<Permission>> }
  '/api/v1/admin/audit-log': { get: Answers<Page<AuditEntry>> & Asking<AuditFilter> }
  '/api/v1/admin/audit-log/verification': { get: Answers<Verification> }
  '/api/v1/admin/threats': { get: Answers<Page<Finding>> & Asking<ThreatFilter> }
  '/api/v1/admin/threats/{id}/dismiss': { post: AnswersNothing & By<'id'> }
  '/api/v1/admin/privacy-requests': {
    get: Answers<Page<PrivacyRequest>> & Asking<{ kind?: string | undefined }>
  }
}
