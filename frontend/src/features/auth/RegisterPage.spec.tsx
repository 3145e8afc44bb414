import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { MemoryRouter, Route, Routes } from 'react-router'
import { expect, it } from 'vitest'

import { at, problem, server } from '@/testing/server'

import { RegisterPage } from './RegisterPage'
import { VerifyEmailPage } from './VerifyEmailPage'

async function register(): Promise<void> {
  render(
    <MemoryRouter initialEntries={['/register']}>
      <Routes>
        <Route path="/register" element={<RegisterPage />} />
        <Route path="/verify" element={<VerifyEmailPage />} />
      </Routes>
    </MemoryRouter>,
  )
  const user = userEvent.setup()
  await user.type(screen.getByLabelText('What should I call you?'), 'Nora')
  await user.type(screen.getByLabelText('E-mail'), 'nora@example.com')
  await user.type(screen.getByLabelText('Password'), 'four calm blue whales')
  await user.click(screen.getByRole('button', { name: 'Create account' }))
}

it('registers with the language and zone of the device, then says where the mail went', async () => {
  let sent: unknown = null
  server.use(
    http.post(at('/api/v1/auth/register'), async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ userId: 'u1' }, { status: 201 })
    }),
  )
  await register()
  expect(await screen.findByText(/We sent a link to nora@example.com/)).toBeVisible()
  expect(sent).toMatchObject({ displayName: 'Nora', locale: 'en', timeZone: expect.any(String) })
})

it('says at the field what is wrong with it', async () => {
  const errors = [{ field: 'password', message: 'Add another word or two.' }]
  server.use(
    http.post(at('/api/v1/auth/register'), () => problem(400, 'validation-failed', { errors })),
  )
  await register()
  expect(await screen.findByText('Add another word or two.')).toBeVisible()
  expect(screen.getByLabelText('Password')).toBeInvalid()
})
