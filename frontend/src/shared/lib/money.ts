import { language } from '@/shared/i18n/i18n'

/** An amount in micro-units; small ones keep the digits that say anything. */
export function money(micros: number, currency: string): string {
  const amount = micros / 1_000_000
  const small = amount !== 0 && Math.abs(amount) < 0.1
  return new Intl.NumberFormat(language(), {
    style: 'currency',
    currency,
    maximumFractionDigits: small ? 4 : 2,
  }).format(amount)
}

export function quantity(value: number): string {
  return new Intl.NumberFormat(language()).format(value)
}
