import type { FocusSession, Message, Reminder, Task, TokenGrant } from '@/shared/api/types'

export function someTask(change: Partial<Task> = {}): Task {
  return {
    id: '0190a000-0000-7000-8000-000000000001',
    title: 'Call mom',
    tags: [],
    priority: 'NORMAL',
    energy: 'MEDIUM',
    status: 'OPEN',
    version: 0,
    position: 'm',
    carriedOver: 0,
    openSubtasks: 0,
    createdAt: '2026-11-23T08:00:00Z',
    updatedAt: '2026-11-23T08:00:00Z',
    ...change,
  }
}

export function someMessage(change: Partial<Message> = {}): Message {
  return {
    id: '0190a000-0000-7000-8000-0000000000a1',
    conversationId: 'c1',
    role: 'ASSISTANT',
    content: '',
    status: 'COMPLETED',
    toolCalls: [],
    siblingIds: [change.id ?? '0190a000-0000-7000-8000-0000000000a1'],
    createdAt: '2026-11-23T08:00:00Z',
    ...change,
  }
}

export function someGrant(accessToken = 'token-1'): TokenGrant {
  return {
    status: 'AUTHENTICATED',
    accessToken,
    tokenType: 'Bearer',
    expiresIn: 600,
    user: {
      id: 'u1',
      email: 'nora@example.com',
      displayName: 'Nora Vidal',
      locale: 'en',
      timeZone: 'Europe/Madrid',
      emailVerified: true,
      roles: ['USER'],
    },
  }
}

export function someFocus(change: Partial<FocusSession> = {}): FocusSession {
  return {
    id: '0190a000-0000-7000-8000-0000000000f1',
    mode: 'POMODORO',
    plannedMinutes: 25,
    startedAt: '2026-11-23T09:00:00Z',
    endsAt: '2026-11-23T09:25:00Z',
    status: 'RUNNING',
    checkInBy: 'PUSH',
    distractions: [],
    serverTime: '2026-11-23T09:00:00Z',
    ...change,
  }
}

export function someReminder(change: Partial<Reminder> = {}): Reminder {
  return {
    id: '0190a000-0000-7000-8000-0000000000e1',
    text: 'Call mom',
    dueAt: '2026-11-23T16:00:00Z',
    status: 'PENDING',
    channels: [],
    ...change,
  }
}
