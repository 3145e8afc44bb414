import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

import { pageToOpen, readPush } from './push'

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: (string | { url: string; revision: string | null })[]
}

// The shell comes from the cache, so that the app opens without a network; what belongs to a person
// is never cached here.
precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/(api|ws|openapi|docs|graphql|actuator|\.well-known)(\/|$)/],
  }),
)

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting()
})
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('push', (event) => {
  const { id, title, body, url } = readPush(event.data?.text())
  const icon = '/icons/icon-192.png'
  event.waitUntil(self.registration.showNotification(title, { body, tag: id, icon, data: url }))
})
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(pageToOpen(event.notification.data, self.location.origin)))
})

/** Takes an open window of the app to the page, else opens one. */
async function open(page: string): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window' })
  const there = windows.find((it) => it.url === page) ?? windows[0]
  if (there === undefined) {
    await self.clients.openWindow(page)
    return
  }
  await there.focus()
  if (there.url !== page) await there.navigate(page)
}
