import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'

import { RichText } from './RichText'

it('shows lists, bold and code', () => {
  render(<RichText text={'Two things:\n\n- **call** mom\n- run `npm ci`\n\n```\nls\n```'} />)
  expect(screen.getAllByRole('listitem')).toHaveLength(2)
  expect(screen.getByText('call').tagName).toBe('STRONG')
  expect(screen.getByText('npm ci').tagName).toBe('CODE')
  expect(screen.getByText('ls').parentElement?.tagName).toBe('PRE')
})

it('never makes markup of what it is told', () => {
  const { container } = render(<RichText text={'<img src=x onerror=alert(1)> [a](javascript:1)'} />)
  expect(container.querySelector('img, a')).toBeNull()
})

it('shows headings, tables, quotes and links that lead outside', () => {
  render(
    <RichText
      text={[
        '## Plan',
        '> slowly',
        '| day | what |',
        '| --- | :---: |',
        '| Mon | *rest* |',
        'See [the page](https://example.com/a) or https://example.org/b.',
        '3. third',
        '   - below',
      ].join('\n')}
    />,
  )
  expect(screen.getByRole('heading', { name: 'Plan', level: 2 })).toBeVisible()
  expect(screen.getByText('slowly').tagName).toBe('BLOCKQUOTE')
  expect(screen.getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual([
    'day',
    'what',
  ])
  expect(screen.getByText('rest').tagName).toBe('EM')
  const links = screen.getAllByRole('link')
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    'https://example.com/a',
    'https://example.org/b',
  ])
  expect(links.every((link) => link.getAttribute('rel')?.includes('noopener'))).toBe(true)
  expect(screen.getByRole('list')).toHaveAttribute('start', '3')
  expect(screen.getAllByRole('listitem')).toHaveLength(2)
})

it('shows code that is still being written, and copies it', async () => {
  const user = userEvent.setup()
  render(<RichText text={'```ts\nconst a = 1\n# no heading'} />)
  expect(screen.getByText('ts')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Copy the code' }))
  expect(await screen.findByText('Copied')).toBeVisible()
  expect(await navigator.clipboard.readText()).toBe('const a = 1\n# no heading')
})

it.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', '/admin', 'JAVASCRIPT:1'])(
  'makes no link of %s',
  (href) => {
    const { container } = render(<RichText text={`[here](${href})`} />)
    expect(container.querySelector('a')).toBeNull()
    expect(container).toHaveTextContent(`[here](${href})`)
  },
)

it('ranks headings below that of the page, without a gap', () => {
  render(<RichText text={'### First\n##### Deep\n### Second\n#### Below'} />)
  const levels = screen.getAllByRole('heading').map((heading) => heading.getAttribute('aria-level'))
  expect(levels).toEqual(['2', '3', '2', '3'])
})
