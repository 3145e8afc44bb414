import { useState } from 'react'

import { call } from '@/shared/api/client'
import type { Budget } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { money } from '@/shared/lib/money'
import { useResource } from '@/shared/lib/useResource'
import { useWork } from '@/shared/lib/useWork'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { TextField } from '@/shared/ui/Field'
import { Notice } from '@/shared/ui/Notice'

const MICROS = 1_000_000

function readBudget(): Promise<Budget> {
  return call('get', '/api/v1/chat/budget')
}

/** What the language model may cost, and limits of one's own. */
export function BudgetCard() {
  const t = useText()
  const { value, problem, reload } = useResource(readBudget)
  if (problem !== null) return <Notice>{problem.message}</Notice>
  if (value === null) return null
  return (
    <Card className="grid gap-4 p-4 sm:p-5">
      <dl className="grid gap-2">
        <Share name={t('budget.today')} share={value.day} currency={value.currency} />
        <Share name={t('budget.month')} share={value.month} currency={value.currency} />
      </dl>
      {value.exhausted && <p role="status">{t('budget.exhausted')}</p>}
      {value.warning && !value.exhausted && <p role="status">{t('budget.warning')}</p>}
      <LimitsForm budget={value} onSaved={reload} />
    </Card>
  )
}

function Share(props: { name: string; share: Budget['day']; currency: string }) {
  const t = useText()
  const { name, share, currency } = props
  const limit = share.limitMicros ?? null
  const spent = money(share.spentMicros, currency)
  return (
    <div className="flex flex-wrap justify-between gap-2">
      <dt className="text-soft">{name}</dt>
      <dd className="font-medium tabular-nums">
        {limit === null ? spent : t('budget.of', { spent, limit: money(limit, currency) })}
      </dd>
    </div>
  )
}

function LimitsForm({ budget, onSaved }: { budget: Budget; onSaved: () => Promise<void> }) {
  const t = useText()
  const work = useWork()
  const [day, setDay] = useState(shown(budget.own.dayLimitMicros))
  const [month, setMonth] = useState(shown(budget.own.monthLimitMicros))
  return (
    <form
      className="grid gap-3 sm:grid-cols-[1fr_1fr_auto] sm:items-end"
      onSubmit={(event) => {
        event.preventDefault()
        void work.run(async () => {
          const body = { dayLimitMicros: micros(day), monthLimitMicros: micros(month) }
          await call('put', '/api/v1/chat/budget', { body })
          await onSaved()
        })
      }}
    >
      <Amount label={t('budget.ownDay')} value={day} onChange={setDay} />
      <Amount label={t('budget.ownMonth')} value={month} onChange={setMonth} />
      <Button type="submit" busy={work.busy}>
        {t('budget.save')}
      </Button>
      {work.problem !== null && <Notice>{work.problem.message}</Notice>}
    </form>
  )
}

function Amount(props: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <TextField
      label={props.label}
      type="number"
      min="0"
      step="0.01"
      inputMode="decimal"
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    />
  )
}

function shown(limit: number | null | undefined): string {
  return limit == null ? '' : String(limit / MICROS)
}

function micros(amount: string): number | null {
  return amount.trim() === '' ? null : Math.round(Number(amount) * MICROS)
}
