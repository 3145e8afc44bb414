import { deviceName } from '@/shared/lib/device'

import { addPushDevice, readPushKey, removePushDevice } from './notificationsApi'

/** `denied`: the browser was told not to ask again. */
export type PushState = 'unsupported' | 'denied' | 'off' | 'on'

const REMEMBERED = 'assistant.push'

/** The service's id of this browser's subscription, if it has one. */
export function thisDevice(): string | null {
  return localStorage.getItem(REMEMBERED)
}

export async function pushState(): Promise<PushState> {
  const registration = await worker()
  if (registration === null) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  const subscription = await registration.pushManager.getSubscription()
  return subscription !== null && thisDevice() !== null ? 'on' : 'off'
}

/** Asks for permission, so it must follow a click, and has this browser told. */
export async function turnOnPush(): Promise<PushState> {
  const registration = await worker()
  if (registration === null) return 'unsupported'
  const permission = await Notification.requestPermission()
  if (permission !== 'granted') return permission === 'denied' ? 'denied' : 'off'
  const applicationServerKey = bytesOf(await readPushKey())
  // A subscription that an earlier key or person made would not reach this one.
  await (await registration.pushManager.getSubscription())?.unsubscribe()
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey,
  })
  const { endpoint = '', keys = {} } = subscription.toJSON()
  const { p256dh = '', auth = '' } = keys
  try {
    const id = await addPushDevice({ endpoint, keys: { p256dh, auth }, deviceName: deviceName() })
    localStorage.setItem(REMEMBERED, id)
    return 'on'
  } catch (error) {
    await subscription.unsubscribe()
    throw error
  }
}

export async function turnOffPush(): Promise<void> {
  const id = thisDevice()
  if (id !== null) await removePushDevice(id)
  await forgetThisDevice()
}

/** Ends the subscription in this browser, after the service has forgotten it. */
export async function forgetThisDevice(): Promise<void> {
  localStorage.removeItem(REMEMBERED)
  const subscription = await (await worker())?.pushManager.getSubscription()
  await subscription?.unsubscribe()
}

async function worker(): Promise<ServiceWorkerRegistration | null> {
  const able =
    'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis
  return able ? ((await navigator.serviceWorker.getRegistration()) ?? null) : null
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (character) => character.codePointAt(0) ?? 0)
}
