import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { MemoryRouter } from 'react-router'
import { expect, it } from 'vitest'

import { pageOf } from '@/testing/people'
import { at, problem, server } from '@/testing/server'

import { SearchChats } from './SearchChats'

function show() {
  render(
    <MemoryRouter>
      <SearchChats>
        <p>All of them</p>
      </SearchChats>
    </MemoryRouter>,
  )
  return screen.getByRole('searchbox', { name: 'Search all conversations' })
}

it('asks once one stops typing, and marks what matched', async () => {
  const asked: string[] = []
  server.use(
    http.get(at('/api/v1/chat/search'), ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('q') ?? '')
      const found = {
        messageId: 'm1',
        conversationId: 'c1',
        title: 'Plans',
        role: 'USER',
        createdAt: '2026-11-23T08:00:00Z',
        snippet: [
          { text: 'two <b>', match: false },
          { text: 'cafés', match: true },
          { text: '…', match: false },
        ],
      }
      return HttpResponse.json(pageOf([found]))
    }),
  )
  const field = show()
  expect(screen.getByText('All of them')).toBeVisible()
  await userEvent.type(field, 'cafe')
  const found = await screen.findByRole('link', { name: /Plans/ })
  expect(found).toHaveAttribute('href', '/chat/c1')
  expect(within(found).getByText('cafés').tagName).toBe('MARK')
  expect(found).toHaveTextContent('two <b>cafés…')
  expect(screen.getByRole('status')).toHaveTextContent('1 message found')
  expect(asked).toEqual(['cafe'])
  await userEvent.clear(field)
  expect(screen.getByText('All of them')).toBeVisible()
})

it('says when there is nothing, and when it did not work', async () => {
  server.use(http.get(at('/api/v1/chat/search'), () => HttpResponse.json(pageOf([]))))
  const field = show()
  await userEvent.type(field, 'zebra')
  expect(await screen.findByText('Nothing was said with these words.')).toBeVisible()
  server.use(http.get(at('/api/v1/chat/search'), () => problem(503, 'unavailable')))
  await userEvent.type(field, 's')
  expect(await screen.findByRole('alert')).toBeVisible()
})
