import { call } from '@/shared/api/client'
import type { Memory, MemoryPage } from '@/shared/api/types'
import { newId } from '@/shared/lib/ids'

const ALL = 200

export function readMemories(): Promise<MemoryPage> {
  return call('get', '/api/v1/chat/memories', { query: { limit: ALL } })
}

export function remember(fact: string): Promise<Memory> {
  return call('post', '/api/v1/chat/memories', { body: { fact }, idempotencyKey: newId() })
}

export function changeMemory(id: string, fact: string): Promise<Memory> {
  return call('patch', '/api/v1/chat/memories/{id}', { path: { id }, body: { fact } })
}

export async function forget(id: string): Promise<void> {
  await call('delete', '/api/v1/chat/memories/{id}', { path: { id } })
}

export async function forgetAll(): Promise<void> {
  await call('delete', '/api/v1/chat/memories')
}

export function switchMemory(enabled: boolean): Promise<MemoryPage> {
  return call('patch', '/api/v1/chat/memories', { body: { enabled } })
}
