import { create } from 'zustand'

import { call } from '@/shared/api/client'

/** How many notifications the person has not read. */
export const useUnread = create<{ unread: number }>(() => ({ unread: 0 }))

export async function refreshUnread(): Promise<void> {
  const answer = await call('get', '/api/v1/notifications/unread-count').catch(() => null)
  if (answer !== null) useUnread.setState({ unread: answer.unread })
}

export function forgetUnread(): void {
  useUnread.setState({ unread: 0 })
}
