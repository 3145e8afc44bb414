import { act, render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { expect, it } from 'vitest'

import { useUnread } from '@/shared/notifications/unread'
import { signInWith } from '@/testing/people'

import { AppShell } from './AppShell'

it('says how much was not read, and leads admins to their pages', async () => {
  signInWith()
  render(
    <MemoryRouter>
      <AppShell />
    </MemoryRouter>,
  )
  expect(screen.getAllByRole('link', { name: 'Notifications' })).toHaveLength(2)
  expect(screen.queryByRole('link', { name: 'Administration' })).toBeNull()
  act(() => {
    useUnread.setState({ unread: 3 })
    signInWith('users:read')
  })
  expect(await screen.findAllByText('3 unread')).toHaveLength(2)
  expect(screen.getByRole('link', { name: 'Administration' })).toBeVisible()
})
