import { lazy, Suspense, useEffect, useState } from 'react'
import { useNavigate } from 'react-router'

import { wishFocus, wishParking } from '@/shared/focus/focusStore'

import { withTexts } from '../withTexts'
import { meaningOf } from './keys'
import { OPEN } from './overlay'
import type { Overlay } from './overlay'

const CommandPalette = lazy(async () => ({
  default: (await withTexts(import('./CommandPalette'))).CommandPalette,
}))
const KeysDialog = lazy(async () => ({
  default: (await withTexts(import('./KeysDialog'))).KeysDialog,
}))
const CaptureDialog = lazy(async () => ({
  default: (await withTexts(import('./CaptureDialog'))).CaptureDialog,
}))

/** What can be opened from any page by one key, by the rail or by another part of the app. */
export function Shortcuts() {
  const navigate = useNavigate()
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  useEffect(() => {
    let before = ''
    const listen = (event: KeyboardEvent): void => {
      const meaning = meaningOf(event, before)
      before = meaning === null && event.key.length === 1 ? event.key : ''
      if (meaning === null) return
      event.preventDefault()
      if (meaning.kind === 'go') void navigate(meaning.to)
      else if (meaning.kind === 'focus') wishFocus()
      else if (meaning.kind === 'open') setOverlay(meaning.overlay)
      // Where nothing runs, a thought has the usual place.
      else if (!wishParking()) setOverlay('capture')
    }
    const open = (event: Event): void => setOverlay((event as CustomEvent<Overlay>).detail)
    addEventListener('keydown', listen)
    addEventListener(OPEN, open)
    return () => {
      removeEventListener('keydown', listen)
      removeEventListener(OPEN, open)
    }
  }, [navigate])
  const close = (): void => setOverlay(null)
  return (
    <Suspense fallback={null}>
      {overlay === 'palette' && <CommandPalette onClose={close} onOpen={setOverlay} />}
      {overlay === 'keys' && <KeysDialog onClose={close} />}
      {overlay === 'capture' && <CaptureDialog onClose={close} />}
    </Suspense>
  )
}
