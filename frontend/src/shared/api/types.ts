// The shapes of the services' answers by the names that the product uses.
import type { components as Analytics } from './generated/analytics'
import type { components as Auth } from './generated/auth'
import type { components as OAuth } from './generated/oauth'
import type { components as Sessions } from './generated/session'
import type { components as Users } from './generated/user'

export type TokenGrant = Auth['schemas']['TokenResponse']
export type User = TokenGrant['user']
export type Session = Sessions['schemas']['Session']
export type PhoneNumber = Users['schemas']['PhoneNumberBody']
export type Preferences = Users['schemas']['PreferencesBody']
export type Provider = OAuth['schemas']['ProviderBody']
export type Integration = OAuth['schemas']['IntegrationBody']
export type CalendarItem = OAuth['schemas']['ItemBody']
export type Usage = Analytics['schemas']['UsageReport']

export type TaskStatus = 'OPEN' | 'DOING' | 'DONE' | 'DROPPED'
export type TaskPriority = 'LOW' | 'NORMAL' | 'HIGH'

export interface Task {
  id: string
  title: string
  notes?: string | null
  tags: string[]
  context?: string | null
  project?: string | null
  priority: TaskPriority
  energy?: 'LOW' | 'MEDIUM' | 'HIGH' | null
  estimateMinutes?: number | null
  startAt?: string | null
  dueAt?: string | null
  dueDate?: string | null
  recurrence?: string | null
  status: TaskStatus
  parentId?: string | null
  version: number
  createdAt: string
  updatedAt: string
}

export interface TaskChange {
  title?: string
  notes?: string | null
  priority?: TaskPriority
  estimateMinutes?: number | null
  dueAt?: string | null
  dueDate?: string | null
}

export interface Understood {
  kind: string
  text: string
  value: string
}

export interface QuickAdded {
  task: Task
  understood: Understood[]
}

export interface NextTask {
  task?: Task | null
  why?: string | null
}

export interface ToolCall {
  id: string
  name: string
  arguments?: unknown
  status: string
  result?: unknown
}

export interface MessageUsage {
  model: string
  inputTokens: number
  outputTokens: number
  costMicros: number
  currency: string
}

export interface Message {
  id: string
  conversationId: string
  parentId?: string | null
  role: 'USER' | 'ASSISTANT'
  content: string
  status: string
  toolCalls: ToolCall[]
  usage?: MessageUsage | null
  createdAt: string
}

export interface Exchange {
  conversationId: string
  userMessage: Message
  assistantMessage: Message
}

export interface Conversation {
  id: string
  channel: 'WEB' | 'SMS'
  title?: string | null
  createdAt: string
  activeAt: string
}
