import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes } from 'react-router'
import { beforeEach, expect, it } from 'vitest'

import { signInWith } from '@/testing/people'

import { matching } from './commands'
import type { Command } from './commands'
import { Shortcuts } from './Shortcuts'

const named = (label: string): Command => ({ id: label, label, icon: 'list', run: () => {} })

beforeEach(() => {
  signInWith()
  render(
    <MemoryRouter initialEntries={['/usage']}>
      <input aria-label="A field" />
      <Routes>
        <Route path="/tasks" element={<p>The tasks</p>} />
        <Route path="*" element={null} />
      </Routes>
      <Shortcuts />
    </MemoryRouter>,
  )
})

it('goes where a few letters lead', async () => {
  const user = userEvent.setup()
  await user.keyboard('{Control>}k{/Control}')
  const field = await screen.findByRole('combobox')
  await user.type(field, 'tasks')
  expect(screen.getAllByRole('option')).toHaveLength(1)
  await user.keyboard('{Enter}')
  expect(await screen.findByText('The tasks')).toBeVisible()
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('chooses by the arrow keys and says when nothing fits', async () => {
  const user = userEvent.setup()
  await user.keyboard('{Meta>}k{/Meta}')
  const field = await screen.findByRole('combobox')
  await user.click(field)
  await user.keyboard('{ArrowDown}')
  const [, second] = screen.getAllByRole('option')
  expect(second).toHaveAttribute('aria-selected', 'true')
  expect(field).toHaveAttribute('aria-activedescendant', second?.id)
  await user.type(field, 'zzzz')
  expect(screen.getByRole('status')).toHaveTextContent('Nothing fits')
})

it('shows the keys by a question mark, and goes on by two', async () => {
  const user = userEvent.setup()
  await user.keyboard('?')
  await user.click(await screen.findByRole('button', { name: 'Close' }))
  await user.keyboard('gt')
  expect(await screen.findByText('The tasks')).toBeVisible()
})

it('leaves the keys alone while somebody types', async () => {
  const user = userEvent.setup()
  await user.type(screen.getByLabelText('A field'), 'q?gt')
  await waitFor(() => expect(screen.getByLabelText('A field')).toHaveValue('q?gt'))
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('finds by every word, whatever the accents', () => {
  const all = ['Ir a integración', 'Apuntar algo', 'Ir a tareas'].map(named)
  expect(matching(all, 'INTEGRACION ir').map((found) => found.label)).toEqual(['Ir a integración'])
  expect(matching(all, 'a').map((found) => found.label)[0]).toBe('Apuntar algo')
})
