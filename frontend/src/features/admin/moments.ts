import { clockTime, longDay } from '@/shared/lib/time'

/** A moment in full: `Monday, 23 November, 10:15`. */
export function inFull(moment: string): string {
  return `${longDay(moment)}, ${clockTime(moment)}`
}
