import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'

import { startLooks } from '@/shared/lib/looks'

import { DesignPage } from './DesignPage'

beforeEach(() => {
  localStorage.clear()
  startLooks()
  render(<DesignPage />)
})

it('shows every part, and opens and closes the dialog', async () => {
  for (const name of ['Colours', 'Type', 'Buttons', 'Icons', 'Fields', 'Notices', 'Lists']) {
    expect(screen.getByRole('region', { name })).toBeVisible()
  }
  await userEvent.click(screen.getByRole('button', { name: 'Dialog' }))
  const dialog = screen.getByRole('dialog', { name: 'Dialog' })
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
  expect(dialog).not.toBeInTheDocument()
})

it('looks at once as it is wished', async () => {
  const user = userEvent.setup()
  await user.selectOptions(screen.getByLabelText('Contrast'), 'HIGH')
  await user.selectOptions(screen.getByLabelText('Letters'), 'READABLE')
  await user.selectOptions(screen.getByLabelText('Text size'), 'LARGEST')
  expect(document.documentElement.dataset).toMatchObject({
    contrast: 'high',
    font: 'readable',
    size: 'largest',
  })
  await user.selectOptions(screen.getByLabelText('Contrast'), 'SYSTEM')
  expect(document.documentElement.dataset['contrast']).toBeUndefined()
})
