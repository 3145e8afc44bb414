import { language } from '@/shared/i18n/i18n'

/** The zone of this device, until the person's own is known. */
export function deviceTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

let zone = deviceTimeZone()

/** Sets the zone in which moments are shown. */
export function showTimesIn(wanted: string | null | undefined): void {
  zone = wanted ?? deviceTimeZone()
}

/** The calendar day of a moment in the person's zone, as `2026-11-23`. */
export function dayOf(moment: Date | string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date(moment))
}

/** Whole days from one calendar day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

export function clockTime(moment: Date | string): string {
  return format(moment, { hour: 'numeric', minute: '2-digit', timeZone: zone })
}

/** A stretch of time in words: `2 hr 5 min`. */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return amount(rest, 'minute')
  return rest === 0 ? amount(hours, 'hour') : `${amount(hours, 'hour')} ${amount(rest, 'minute')}`
}

function amount(value: number, unit: 'hour' | 'minute'): string {
  const style = { style: 'unit', unit, unitDisplay: 'short' } as const
  return new Intl.NumberFormat(language(), style).format(value)
}

/** A day in words: `Monday, 23 November`. */
export function longDay(moment: Date | string): string {
  return format(moment, { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone })
}

/** A day near now by its relation or weekday, else by its date: `tomorrow`, `Friday`, `3 Dec`. */
export function shortDay(day: string, today: string): string {
  const distance = daysBetween(today, day)
  const noon = `${day}T12:00:00Z`
  if (Math.abs(distance) <= 1) {
    const words = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' })
    return words.format(distance, 'day')
  }
  if (distance > 1 && distance < 7) return format(noon, { weekday: 'long', timeZone: 'UTC' })
  return format(noon, { day: 'numeric', month: 'short', timeZone: 'UTC' })
}

/** The short name of a calendar day's weekday: `Mon`. */
export function weekday(day: string): string {
  return format(`${day}T12:00:00Z`, { weekday: 'short', timeZone: 'UTC' })
}

/** How long ago: `5 minutes ago`. */
export function ago(moment: Date | string, now: Date = new Date()): string {
  const seconds = Math.round((now.getTime() - new Date(moment).getTime()) / 1000)
  const words = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' })
  if (seconds < 60) return words.format(0, 'second')
  if (seconds < 3600) return words.format(-Math.floor(seconds / 60), 'minute')
  if (seconds < 86_400) return words.format(-Math.floor(seconds / 3600), 'hour')
  return words.format(-Math.floor(seconds / 86_400), 'day')
}

/** Midnight of a calendar day in the person's zone. */
export function startOfDay(day: string): Date {
  const guess = new Date(`${day}T00:00:00Z`)
  return new Date(guess.getTime() - offsetAt(guess))
}

function offsetAt(moment: Date): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment)
  const value = (type: string): number => Number(parts.find((part) => part.type === type)?.value)
  const wall = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  )
  return wall - moment.getTime()
}

/** The moment of a wall-clock `2026-11-23T17:00` in the person's zone. */
export function momentOf(wall: string): string {
  const guess = new Date(`${wall}:00Z`)
  const first = new Date(guess.getTime() - offsetAt(guess))
  return new Date(guess.getTime() - offsetAt(first)).toISOString()
}

/** The wall clock of a moment in the person's zone, as a form's `2026-11-23T17:00`. */
export function wallClock(moment: string): string {
  const date = new Date(moment)
  return new Date(date.getTime() + offsetAt(date)).toISOString().slice(0, 16)
}

function format(moment: Date | string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language(), options).format(new Date(moment))
}
