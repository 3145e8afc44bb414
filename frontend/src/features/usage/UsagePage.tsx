import { hasText, useText } from '@/shared/i18n/i18n'
import { useToday } from '@/shared/lib/clock'
import { money, quantity } from '@/shared/lib/money'
import { useResource } from '@/shared/lib/useResource'
import { Card } from '@/shared/ui/Card'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loading } from '@/shared/ui/Loading'
import { Notice } from '@/shared/ui/Notice'
import { Page, Section } from '@/shared/ui/Page'

import { BudgetCard } from './BudgetCard'
import { dayOfUse, readWeek, weekOfUse } from './usage'
import type { DayOfUse } from './usage'
import { WeekChart } from './WeekChart'

export function UsagePage() {
  const t = useText()
  const today = useToday()
  const { value, problem } = useResource(readWeek)
  return (
    <Page title={t('nav.usage')} lead={t('usage.lead')}>
      {problem !== null && <Notice>{problem.message}</Notice>}
      {value === null && problem === null && <Loading />}
      {value !== null && (
        <>
          <Today use={dayOfUse(value, today)} />
          <Section title={t('budget.title')}>
            <BudgetCard />
          </Section>
          {value.items.some((item) => item.meter.startsWith('ai.tokens')) && (
            <Section title={t('usage.week')}>
              <WeekChart days={weekOfUse(value, today)} today={today} />
            </Section>
          )}
        </>
      )}
    </Page>
  )
}

function Today({ use }: { use: DayOfUse }) {
  const t = useText()
  const nameOf = (meter: string): string => {
    const key = `usage.meter.${meter.replaceAll('.', '-')}`
    return hasText(key) ? t(key) : meter
  }
  if (use.totals.length === 0) {
    return (
      <EmptyState icon="usage" title={t('usage.emptyTitle')}>
        {t('usage.emptyLead')}
      </EmptyState>
    )
  }
  return (
    <Card className="p-5 sm:p-6">
      <p className="text-sm font-semibold text-soft">{t('usage.costToday')}</p>
      <p className="mt-1 text-4xl font-semibold tracking-tight tabular-nums">
        {money(use.costMicros, use.currency)}
      </p>
      <table className="mt-5 w-full">
        <caption className="sr-only">{t('usage.today')}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('usage.what')}</th>
            <th scope="col">{t('usage.quantity')}</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line border-t border-line">
          {use.totals.map((total) => (
            <tr key={total.meter}>
              <th scope="row" className="py-2.5 text-left font-normal text-soft">
                {nameOf(total.meter)}
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
