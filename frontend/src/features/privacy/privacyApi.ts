import { call, download } from '@/shared/api/client'
import type { DataExport, Erasure } from '@/shared/api/types'

export async function readExports(): Promise<DataExport[]> {
  return (await call('get', '/api/v1/users/me/exports')).items
}

export async function requestExport(): Promise<void> {
  await call('post', '/api/v1/users/me/exports')
}

export function downloadExport(id: string): Promise<Blob> {
  return download('/api/v1/users/me/exports/{id}/download', { path: { id } })
}

export function readErasure(): Promise<Erasure> {
  return call('get', '/api/v1/users/me/erasure')
}

export async function scheduleErasure(): Promise<void> {
  await call('delete', '/api/v1/users/me')
}

export async function cancelErasure(): Promise<void> {
  await call('post', '/api/v1/users/me/erasure/cancel')
}
