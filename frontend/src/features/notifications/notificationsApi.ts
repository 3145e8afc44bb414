import { call } from '@/shared/api/client'
import type {
  NewPushDevice,
  NotificationSettings,
  Page,
  PushDevice,
  Told,
} from '@/shared/api/types'

export function readTold(cursor?: string): Promise<Page<Told>> {
  return call('get', '/api/v1/notifications', { query: { cursor } })
}

export async function markRead(id: string): Promise<void> {
  await call('post', '/api/v1/notifications/{id}/read', { path: { id } })
}

export async function markAllRead(): Promise<void> {
  await call('post', '/api/v1/notifications/read-all')
}

export function readSettings(): Promise<NotificationSettings> {
  return call('get', '/api/v1/users/me/notification-settings')
}

export function saveSettings({ version, ...body }: NotificationSettings) {
  return call('put', '/api/v1/users/me/notification-settings', { body, ifMatch: version })
}

export async function readPushKey(): Promise<string> {
  return (await call('get', '/api/v1/users/me/push-key')).publicKey
}

export async function readPushDevices(): Promise<PushDevice[]> {
  return (await call('get', '/api/v1/users/me/push-subscriptions')).items
}

export async function addPushDevice(body: NewPushDevice): Promise<string> {
  return (await call('post', '/api/v1/users/me/push-subscriptions', { body })).id
}

export async function removePushDevice(id: string): Promise<void> {
  await call('delete', '/api/v1/users/me/push-subscriptions/{id}', { path: { id } })
}
