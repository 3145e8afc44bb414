// Identity's operations, written by hand as the services offer them. Generated types replace this
// file: drop `IdentityPaths` from operations.ts and name the shapes in types.ts.
import type { components as Auth } from './generated/auth'
import type { components as Sessions } from './generated/session'

/** How somebody proves that it is them. */
export type Method = 'PASSKEY' | 'TOTP' | 'SMS' | 'BACKUP_CODE' | 'PASSWORD'

export interface ScheduledErasure {
  id: string
  dueAt: string
}

export type Grant = Auth['schemas']['TokenResponse'] & { erasure?: ScheduledErasure | null }

export interface MfaRequired {
  status: 'MFA_REQUIRED'
  challengeId: string
  methods: Method[]
  /** Seconds that the challenge lives. */
  expiresIn: number
  /** Where a code would go, masked. */
  smsTo?: string | null
}

export type LoginAnswer = Grant | MfaRequired

export interface SmsSent {
  expiresIn: number
  /** Seconds until another message may be asked for. */
  resendAfter: number
}

/** A credential as `PublicKeyCredential.toJSON` has it. */
export type CredentialJson = RegistrationResponseJSON | AuthenticationResponseJSON

export interface ChallengeAnswer {
  method: Method
  code?: string
  credential?: CredentialJson
  trustDevice?: boolean
}

export type Proof =
  | { password: string }
  | { method: Method; code: string }
  | { credential: CredentialJson }

export interface ProofOptions {
  methods: Method[]
  publicKey?: PublicKeyCredentialRequestOptionsJSON | null
  smsTo?: string | null
}

export interface Passkey {
  id: string
  name: string
  createdAt: string
  lastUsedAt?: string | null
  backedUp: boolean
  transports: string[]
}

export interface TrustedDevice {
  id: string
  name?: string | null
  userAgent?: string | null
  createdAt: string
  expiresAt: string
  current: boolean
}

export interface Factors {
  totp: { enabled: boolean; confirmedAt?: string | null }
  sms: { enabled: boolean; phoneNumbers: { id: string; masked: string }[] }
  backupCodes: { remaining: number; createdAt?: string | null; few: boolean }
  passkeys: Passkey[]
  trustedDevices: TrustedDevice[]
}

export interface TotpSetUp {
  secret: string
  otpauthUri: string
  qrCode: string
}

export interface Codes {
  backupCodes: string[]
}

/** Backup codes when there were none before. */
export interface FirstCodes {
  backupCodes: string[] | null
}

export type SessionSeen = Sessions['schemas']['Session'] & {
  name?: string | null
  place?: string | null
  amr?: string[]
  trusted?: boolean
}

export interface SecurityEntry {
  id: string
  type: string
  at: string
  address?: string | null
  place?: string | null
  device?: string | null
  sessionId?: string | null
  text: string
}

export interface Threat {
  id: string
  rule: string
  severity: string
  status: 'OPEN' | 'DISMISSED'
  at: string
  actions: string[]
  text: string
}

interface Page<T> {
  items: T[]
  nextCursor?: string | null
}

interface Json<T> {
  content: { 'application/json': T }
}

interface Paging {
  parameters: { query?: { cursor?: string; limit?: number } }
}

interface ById {
  parameters: { path: { id: string } }
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

type Password = { password: string; email: string; deviceName?: string | null }

export interface IdentityPaths {
  '/api/v1/auth/login': { post: Answers<LoginAnswer> & Takes<Password> }
  '/api/v1/auth/mfa/challenges/{id}': {
    post: Answers<LoginAnswer> & ById & Takes<ChallengeAnswer>
  }
  '/api/v1/auth/mfa/challenges/{id}/sms': { post: Answers<SmsSent> & ById }
  '/api/v1/auth/mfa/challenges/{id}/passkey': {
    post: Answers<{ publicKey: PublicKeyCredentialRequestOptionsJSON }> & ById
  }
  '/api/v1/auth/reauthenticate': { post: Answers<Grant> & Takes<Proof> }
  '/api/v1/auth/reauthenticate/options': { post: Answers<ProofOptions> }
  '/api/v1/auth/reauthenticate/sms': { post: Answers<SmsSent | ''> }
  '/api/v1/auth/mfa': { get: Answers<Factors> }
  '/api/v1/auth/mfa/totp': { post: Answers<TotpSetUp>; delete: AnswersNothing }
  '/api/v1/auth/mfa/totp/confirm': { post: Answers<FirstCodes> & Takes<{ code: string }> }
  '/api/v1/auth/mfa/sms': { post: Answers<FirstCodes | ''>; delete: AnswersNothing }
  '/api/v1/auth/mfa/backup-codes': { post: Answers<Codes> }
  '/api/v1/auth/mfa/trusted-devices': { delete: AnswersNothing }
  '/api/v1/auth/mfa/trusted-devices/{id}': { delete: AnswersNothing & ById }
  '/api/v1/auth/passkeys/options': {
    post: Answers<{ publicKey: PublicKeyCredentialCreationOptionsJSON }>
  }
  '/api/v1/auth/passkeys': {
    post: Answers<FirstCodes & { passkey: Passkey }> &
      Takes<{ name: string; credential: CredentialJson }>
  }
  '/api/v1/auth/passkeys/{id}': {
    patch: Answers<Passkey> & ById & Takes<{ name: string }>
    delete: AnswersNothing & ById
  }
  '/api/v1/auth/passkeys/login/options': {
    post: Answers<{ challengeId: string; publicKey: PublicKeyCredentialRequestOptionsJSON }>
  }
  '/api/v1/auth/passkeys/login': {
    post: Answers<LoginAnswer> &
      Takes<{ challengeId: string; credential: CredentialJson; deviceName?: string }>
  }
  '/api/v1/auth/password/forgot': { post: AnswersNothing & Takes<{ email: string }> }
  '/api/v1/auth/password/reset': {
    post: AnswersNothing & Takes<{ token: string; newPassword: string }>
  }
  '/api/v1/auth/password/change': {
    post: AnswersNothing & Takes<{ newPassword: string; endOtherSessions?: boolean }>
  }
  '/api/v1/auth/email/change': { post: AnswersNothing & Takes<{ email: string }> }
  '/api/v1/auth/email/change/confirm': { post: AnswersNothing & Takes<{ token: string }> }
  '/api/v1/users/me/erasure/cancel': { post: AnswersNothing }
  '/api/v1/sessions': {
    get: Answers<Page<SessionSeen>> & Paging
    delete: AnswersNothing & { parameters: { query?: { except: 'current' } } }
  }
  '/api/v1/sessions/{id}': {
    patch: Answers<SessionSeen> & ById & Takes<{ name?: string; trusted?: boolean }>
    delete: AnswersNothing & ById
  }
  '/api/v1/security-events': { get: Answers<Page<SecurityEntry>> & Paging }
  '/api/v1/threats': { get: Answers<Page<Threat>> & Paging }
  '/api/v1/threats/{id}/dismiss': { post: AnswersNothing & ById }
}
