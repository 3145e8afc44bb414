// The shapes of the services' answers by the names that the product uses.
import type { AccountPreferences } from './accountTypes'
import type { components as Analytics } from './generated/analytics'
import type { components as Chat } from './generated/chat'
import type { components as OAuth } from './generated/oauth'
import type { components as Users } from './generated/user'
import type { Grant, SessionSeen } from './identityTypes'

export type TokenGrant = Grant
export type User = TokenGrant['user']
export type Session = SessionSeen
export type PhoneNumber = Users['schemas']['PhoneNumberBody']
export type Preferences = AccountPreferences
export type Task = Chat['schemas']['TaskView']
export type NextTask = Chat['schemas']['NextTask']
export type QuickAdded = Chat['schemas']['Captured']
export type Understood = Chat['schemas']['Understood']
export type Reminder = Chat['schemas']['ReminderView']
export type Conversation = Chat['schemas']['Conversation']
export type Message = Chat['schemas']['Message']
export type ToolCall = Chat['schemas']['ToolCall']
export type Exchange = Chat['schemas']['Answered']
export type Provider = OAuth['schemas']['ProviderBody']
export type Integration = OAuth['schemas']['IntegrationBody']
export type CalendarItem = OAuth['schemas']['ItemBody']
export type Usage = Analytics['schemas']['UsageReport']

/** A merge patch of a task: what is named is set, null clears. */
export type TaskChange = Partial<
  Pick<Task, 'title' | 'notes' | 'priority' | 'estimateMinutes' | 'dueAt' | 'dueDate'>
>
