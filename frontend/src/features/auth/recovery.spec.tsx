import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { MemoryRouter, Route, Routes } from 'react-router'
import { expect, it } from 'vitest'

import { at, problem, server } from '@/testing/server'

import { EmailChangePage } from './EmailChangePage'
import { ForgotPage } from './ForgotPage'
import { ResetPage } from './ResetPage'
import { VerifyEmailPage } from './VerifyEmailPage'

const user = userEvent.setup()

function open(address: string): void {
  render(
    <MemoryRouter initialEntries={[address]}>
      <Routes>
        <Route path="/forgot" element={<ForgotPage />} />
        <Route path="/reset" element={<ResetPage />} />
        <Route path="/verify" element={<VerifyEmailPage />} />
        <Route path="/email-change" element={<EmailChangePage />} />
      </Routes>
    </MemoryRouter>,
  )
}

function answering(path: string, answer: () => Response): { bodies: unknown[] } {
  const seen: { bodies: unknown[] } = { bodies: [] }
  server.use(
    http.post(at(path), async ({ request }) => {
      seen.bodies.push(await request.json())
      return answer()
    }),
  )
  return seen
}

const nothing = () => new HttpResponse(null, { status: 204 })

it('asks for a link without saying whether there is an account', async () => {
  const seen = answering('/api/v1/auth/password/forgot', nothing)
  open('/forgot')
  await user.type(screen.getByLabelText('E-mail'), 'nora@example.com')
  await user.click(screen.getByRole('button', { name: 'Send me a link' }))
  expect(await screen.findByText(/If there is an account/)).toBeVisible()
  expect(seen.bodies).toEqual([{ email: 'nora@example.com' }])
})

it('chooses another password, then leads to signing in', async () => {
  const seen = answering('/api/v1/auth/password/reset', nothing)
  open('/reset?token=t-1')
  await user.type(screen.getByLabelText('New password'), 'five calm blue whales')
  expect(screen.getByText('Strong')).toBeVisible()
  await user.click(screen.getByRole('checkbox', { name: 'Show it' }))
  expect(screen.getByLabelText('New password')).toHaveAttribute('type', 'text')
  await user.click(screen.getByRole('button', { name: 'Use this password' }))
  expect(await screen.findByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/login')
  expect(seen.bodies).toEqual([{ token: 't-1', newPassword: 'five calm blue whales' }])
})

it('says at the field why a password will not do, and offers another link for an old one', async () => {
  const errors = [{ field: 'newPassword', message: 'This password is known from a leak.' }]
  answering('/api/v1/auth/password/reset', () => problem(400, 'validation-failed', { errors }))
  open('/reset?token=t-2')
  await user.type(screen.getByLabelText('New password'), 'five calm blue whales{Enter}')
  expect(await screen.findByText('This password is known from a leak.')).toBeVisible()
  answering('/api/v1/auth/password/reset', () => problem(400, 'invalid-token'))
  await user.click(screen.getByRole('button', { name: 'Use this password' }))
  expect(await screen.findByRole('link', { name: 'Ask for another link' })).toHaveAttribute(
    'href',
    '/forgot',
  )
})

it('needs the whole link', () => {
  open('/reset')
  expect(screen.getByText(/The link is not complete/)).toBeVisible()
})

it('confirms a new address once', async () => {
  const seen = answering('/api/v1/auth/email/change/confirm', nothing)
  open('/email-change?token=t-3')
  expect(await screen.findByRole('heading', { name: 'Your address is changed' })).toBeVisible()
  expect(seen.bodies).toEqual([{ token: 't-3' }])
})

it('says that the link to a new address did not work', async () => {
  answering('/api/v1/auth/email/change/confirm', () => problem(400, 'invalid-token'))
  open('/email-change?token=t-4')
  expect(await screen.findByRole('heading', { name: 'This link did not work' })).toBeVisible()
})

it('sends the confirmation again', async () => {
  const seen = answering('/api/v1/auth/email/verify/resend', nothing)
  open('/verify')
  await user.type(screen.getByLabelText('E-mail'), 'nora@example.com')
  await user.click(screen.getByRole('button', { name: 'Send it again' }))
  expect(await screen.findByText(/a new mail is on its way/)).toBeVisible()
  expect(seen.bodies).toEqual([{ email: 'nora@example.com' }])
})
