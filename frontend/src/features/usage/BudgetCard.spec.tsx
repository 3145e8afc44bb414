import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'

import type { Budget } from '@/shared/api/types'
import { at, server } from '@/testing/server'

import { BudgetCard } from './BudgetCard'

it('shows what was spent and sets limits of one’s own', async () => {
  let budget: Budget = {
    currency: 'USD',
    day: { period: '2026-11-23', spentMicros: 1_250_000, reservedMicros: 0, limitMicros: null },
    month: {
      period: '2026-11',
      spentMicros: 4_000_000,
      reservedMicros: 0,
      limitMicros: 5_000_000,
    },
    warning: true,
    exhausted: false,
    own: { dayLimitMicros: null, monthLimitMicros: 5_000_000 },
  }
  const sent: unknown[] = []
  server.use(
    http.get(at('/api/v1/chat/budget'), () => HttpResponse.json(budget)),
    http.put(at('/api/v1/chat/budget'), async ({ request }) => {
      sent.push(await request.json())
      budget = { ...budget, exhausted: true }
      return HttpResponse.json(budget)
    }),
  )
  render(<BudgetCard />)
  expect(await screen.findByText('$1.25')).toBeVisible()
  expect(screen.getByText('$4.00 of $5.00')).toBeVisible()
  expect(screen.getByText('Most of the limit is used.')).toBeVisible()
  expect(screen.getByLabelText('My limit for a month')).toHaveValue(5)

  await userEvent.type(screen.getByLabelText('My limit for a day'), '0.5')
  await userEvent.clear(screen.getByLabelText('My limit for a month'))
  await userEvent.click(screen.getByRole('button', { name: 'Save limits' }))
  expect(await screen.findByText(/The limit is reached/)).toBeVisible()
  expect(sent).toEqual([{ dayLimitMicros: 500_000, monthLimitMicros: null }])
})
