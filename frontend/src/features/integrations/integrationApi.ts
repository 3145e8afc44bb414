import { call } from '@/shared/api/client'
import type { CalendarItem, Integration, Provider } from '@/shared/api/types'

export interface Connections {
  providers: Provider[]
  integrations: Integration[]
}

const ITEMS = 100

export async function readConnections(): Promise<Connections> {
  const [providers, integrations] = await Promise.all([
    call('get', '/api/v1/oauth/providers'),
    call('get', '/api/v1/oauth/integrations'),
  ])
  return { providers: providers.items, integrations: integrations.items }
}

/** Starts connecting: the person goes on at the provider's address. */
export async function initiate(provider: string, capabilities: string[]): Promise<string> {
  const started = await call('post', '/api/v1/oauth/initiate', { body: { provider, capabilities } })
  return started.authorizationUrl
}

const callbacks = new Map<string, Promise<unknown>>()

/** Ends connecting; a state is presented once, however often the page renders. */
export async function finish(state: string, code: string): Promise<void> {
  const running =
    callbacks.get(state) ?? call('post', '/api/v1/oauth/callback', { body: { state, code } })
  callbacks.set(state, running)
  await running
}

export async function syncNow(id: string): Promise<void> {
  await call('post', '/api/v1/oauth/integrations/{id}/sync', { path: { id } })
}

export async function disconnect(id: string): Promise<void> {
  await call('delete', '/api/v1/oauth/integrations/{id}', { path: { id } })
}

export async function readItems(id: string): Promise<CalendarItem[]> {
  const page = await call('get', '/api/v1/oauth/integrations/{id}/items', {
    path: { id },
    query: { limit: ITEMS },
  })
  return page.items
}
