import { useEffect, useRef, useState } from 'react'

import { useText } from '@/shared/i18n/i18n'

import { isWriting, shownText } from './thread'
import type { Thread } from './thread'

const LONGEST = 1_500

/**
 * Tells screen readers that an answer begins, and reads it once it is whole: piece by piece it would
 * interrupt itself.
 */
export function Announcer({ thread }: { thread: Thread }) {
  const t = useText()
  const [said, setSaid] = useState('')
  const followed = useRef<string | null>(null)
  useEffect(() => {
    const writing = thread.findLast(isWriting)
    if (writing !== undefined) {
      if (followed.current !== writing.id) setSaid(t('chat.writing'))
      followed.current = writing.id
      return
    }
    const whole = thread.find((line) => line.id === followed.current)
    if (whole === undefined) return
    followed.current = null
    const text = plain(shownText(whole)).slice(0, LONGEST)
    setSaid(text === '' ? '' : t('chat.answered', { text }))
  }, [thread, t])
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  )
}

/** Without the marks that are for the eye. */
function plain(markdown: string): string {
  return markdown
    .replaceAll(/[*_`#>|~]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
