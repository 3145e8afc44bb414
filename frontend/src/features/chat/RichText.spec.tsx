import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'

import { RichText } from './RichText'

it('shows lists, bold and code', () => {
  render(<RichText text={'Two things:\n\n- **call** mom\n- run `npm ci`\n\n```\nls\n```'} />)
  expect(screen.getAllByRole('listitem')).toHaveLength(2)
  expect(screen.getByText('call').tagName).toBe('STRONG')
  expect(screen.getByText('npm ci').tagName).toBe('CODE')
  expect(screen.getByText('ls').tagName).toBe('PRE')
})

it('never makes markup of what it is told', () => {
  const { container } = render(<RichText text={'<img src=x onerror=alert(1)> [a](javascript:1)'} />)
  expect(container.querySelector('img, a')).toBeNull()
})
