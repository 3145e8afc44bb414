import { hasText, useText } from '@/shared/i18n/i18n'
import { useToday } from '@/shared/lib/clock'
import { money, quantity } from '@/shared/lib/money'
import { useResource } from '@/shared/lib/useResource'
import { Card } from '@/shared/ui/Card'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loading } from '@/shared/ui/Loading'
import { Notice } from '@/shared/ui/Notice'
import { Page, Section } from '@/shared/ui/Page'

import { costOf, readWeek, totalsOf, weekOf } from './usage'
import { WeekChart } from './WeekChart'

export function UsagePage() {
  const t = useText()
  const today = useToday()
  const { value, problem } = useResource(readWeek)
  const nameOf = (meter: string): string => {
    const key = `usage.meter.${meter.replaceAll('.', '-')}`
    return hasText(key) ? t(key) : meter
  }
  return (
    <Page title={t('nav.usage')} lead={t('usage.lead')}>
      {problem !== null && <Notice>{problem.message}</Notice>}
      {value === null && problem === null && <Loading />}
      {value !== null && (
        <>
          <Today
            totals={totalsOf(value, today).map((it) => ({ ...it, name: nameOf(it.meter) }))}
            cost={money(costOf(value, today).micros, costOf(value, today).currency)}
          />
          {value.length > 0 && (
            <Section title={t('usage.week')}>
              <WeekChart days={weekOf(value, today)} today={today} />
            </Section>
          )}
        </>
      )}
    </Page>
  )
}

interface TodayProps {
  totals: { meter: string; name: string; quantity: number }[]
  cost: string
}

function Today({ totals, cost }: TodayProps) {
  const t = useText()
  if (totals.length === 0) {
    return (
      <EmptyState icon="usage" title={t('usage.emptyTitle')}>
        {t('usage.emptyLead')}
      </EmptyState>
    )
  }
  return (
    <Card className="p-5 sm:p-6">
      <p className="text-sm font-semibold text-soft">{t('usage.costToday')}</p>
      <p className="mt-1 text-4xl font-semibold tracking-tight tabular-nums">{cost}</p>
      <table className="mt-5 w-full">
        <caption className="sr-only">{t('usage.today')}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('usage.what')}</th>
            <th scope="col">{t('usage.quantity')}</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line border-t border-line">
          {totals.map((total) => (
            <tr key={total.meter}>
              <th scope="row" className="py-2.5 text-left font-normal text-soft">
                {total.name}
              </th>
              <td className="py-2.5 text-right font-medium tabular-nums">
                {quantity(total.quantity)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
