import { create } from 'zustand'

const useWaiting = create<{ worker: ServiceWorker | null }>(() => ({ worker: null }))

/** Registers the service worker and notices when a newer one waits. */
export async function registerWorker(): Promise<void> {
  const registration = await navigator.serviceWorker.register('/sw.js')
  const notice = (): void => {
    if (navigator.serviceWorker.controller !== null) {
      useWaiting.setState({ worker: registration.waiting })
    }
  }
  notice()
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', notice)
  })
}

/** Whether a newer version is ready, and how to change over to it. */
export function useUpdate(): { ready: boolean; apply: () => void } {
  const worker = useWaiting((state) => state.worker)
  return {
    ready: worker !== null,
    apply: () => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload())
      worker?.postMessage('take-over')
    },
  }
}
