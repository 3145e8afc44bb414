import { useEffect, useState } from 'react'

import { useSession } from '@/shared/auth/session'
import { useText } from '@/shared/i18n/i18n'
import { Button } from '@/shared/ui/Button'

import { useUpdate } from './update'

/** One quiet line above the page, when there is something to know: offline, an update. */
export function StatusBar() {
  return (
    <div aria-live="polite" className="empty:hidden">
      <OfflineLine />
      <UpdateLine />
    </div>
  )
}

function OfflineLine() {
  const t = useText()
  const unknown = useSession((state) => state.phase === 'offline')
  const [online, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const look = (): void => setOnline(navigator.onLine)
    globalThis.addEventListener('online', look)
    globalThis.addEventListener('offline', look)
    return () => {
      globalThis.removeEventListener('online', look)
      globalThis.removeEventListener('offline', look)
    }
  }, [])
  if (online && !unknown) return null
  return (
    <p className="flex items-center justify-center gap-2 border-b border-wait-line bg-wait-soft px-4 py-1.5 text-center text-sm text-wait">
      {t('status.offline')}
    </p>
  )
}

function UpdateLine() {
  const t = useText()
  const { ready, apply } = useUpdate()
  if (!ready) return null
  return (
    <div className="flex items-center justify-center gap-2 border-b border-line bg-surface px-4 py-1 text-sm text-soft">
      {t('status.update')}
      <Button look="accent" onClick={apply}>
        {t('status.reload')}
      </Button>
    </div>
  )
}
