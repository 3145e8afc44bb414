import { useEffect, useState } from 'react'

import { dayOf } from './time'

const MINUTE = 60_000

/** The time of day, to the minute; looked at again when the page is. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const look = (): void => setNow(new Date())
    const timer = setInterval(look, MINUTE)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return now
}

/** The current calendar day in the person's zone. */
export function useToday(): string {
  return dayOf(useNow())
}
