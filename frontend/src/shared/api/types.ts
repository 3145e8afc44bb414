// The shapes of the services' answers by the names that the product uses.
import type { components as Analytics } from './generated/analytics'
import type { components as Auth } from './generated/auth'
import type { components as Chat } from './generated/chat'
import type { components as OAuth } from './generated/oauth'
import type { components as Sessions } from './generated/session'
import type { components as Users } from './generated/user'

/** A list, or a part of it that a cursor goes on from. */
export interface Page<T> {
  items: T[]
  nextCursor?: string | null
}

export type TokenGrant = Auth['schemas']['TokenResponse']
export type RenewedToken = Auth['schemas']['RenewedToken']
export type User = Auth['schemas']['User']
export type ScheduledErasure = Auth['schemas']['ScheduledErasure']
export type MfaRequired = Auth['schemas']['MfaRequired']
export type LoginAnswer = TokenGrant | MfaRequired
/** A second factor. */
export type Factor = MfaRequired['methods'][number]
export type SmsSent = Auth['schemas']['SmsSent']
export type Factors = Auth['schemas']['FactorsBody']
export type Passkey = Auth['schemas']['Passkey']
export type TrustedDevice = Auth['schemas']['TrustedDevice']
export type TotpSetUp = Auth['schemas']['TotpSetUp']
export type Session = Sessions['schemas']['Session']
export type SecurityEntry = Sessions['schemas']['SecurityEvent']
export type Threat = Sessions['schemas']['Threat']
export type PhoneNumber = Users['schemas']['PhoneNumberBody']
export type Preferences = Users['schemas']['PreferencesBody']
export type Hours = Users['schemas']['QuietHours']
export type NotificationSettings = Users['schemas']['SettingsBody']
export type Channels = Users['schemas']['Toggles']
export type PushDevice = Users['schemas']['SubscriptionBody']
export type NewPushDevice = Users['schemas']['NewSubscription']
export type Told = Users['schemas']['NotificationBody']
export type DataExport = Users['schemas']['ExportBody']
export type Erasure = Users['schemas']['ErasureBody']
export type PrivacyRequest = Users['schemas']['PrivacyRequest']
export type Account = Users['schemas']['AccountBody']
export type RoleChange = Users['schemas']['RoleChange']
export type Role = Users['schemas']['RoleBody']
export type Permission = Users['schemas']['PermissionBody']
export type AuditEntry = Users['schemas']['AuditEntry']
export type Verification = Users['schemas']['Verification']
export type Task = Chat['schemas']['TaskView']
export type NextTask = Chat['schemas']['NextTask']
export type QuickAdded = Chat['schemas']['Captured']
export type Understood = Chat['schemas']['Understood']
export type Reminder = Chat['schemas']['ReminderView']
export type NewReminder = Chat['schemas']['NewReminder']
export type FocusSession = Chat['schemas']['FocusView']
export type FocusHistory = Chat['schemas']['Sessions']
export type NewFocus = Chat['schemas']['NewSession']
export type Conversation = Chat['schemas']['Conversation']
export type ConversationPatch = Chat['schemas']['ConversationPatch']
export type Message = Chat['schemas']['Message']
export type FoundMessage = Chat['schemas']['FoundMessage']
export type Memory = Chat['schemas']['Memory']
export type MemoryPage = Chat['schemas']['MemoryPage']
export type Budget = Chat['schemas']['Budget']
export type ToolCall = Chat['schemas']['ToolCall']
export type Exchange = Chat['schemas']['Answered']
export type Provider = OAuth['schemas']['ProviderBody']
export type Integration = OAuth['schemas']['IntegrationBody']
export type CalendarItem = OAuth['schemas']['ItemBody']
export type Usage = Analytics['schemas']['UsageReport']

/** A merge patch of a task: what is named is set, null clears. */
export type TaskChange = Partial<
  Pick<Task, 'title' | 'notes' | 'priority' | 'status' | 'estimateMinutes' | 'dueAt' | 'dueDate'>
>
