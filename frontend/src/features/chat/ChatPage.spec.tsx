import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { MemoryRouter, Route, Routes } from 'react-router'
import { beforeEach, expect, it } from 'vitest'

import type { Conversation, Message } from '@/shared/api/types'
import { dispatch } from '@/shared/realtime/events'
import { useRealtime } from '@/shared/realtime/realtime'
import { someMessage } from '@/testing/fixtures'
import { pageOf } from '@/testing/people'
import { at, problem, server } from '@/testing/server'

import { ChatPage } from './ChatPage'
import { useChat } from './chatStore'

const conversation: Conversation = {
  id: 'c1',
  title: 'Groceries',
  channel: 'WEB',
  archived: false,
  pinned: false,
  version: 0,
  createdAt: '2026-11-23T08:00:00Z',
  activeAt: '2026-11-23T08:00:00Z',
}
const question = someMessage({ id: 'q', role: 'USER', content: 'What do I need?' })
const first = someMessage({ id: 'a', parentId: 'q', content: 'Milk.' })
const second = someMessage({
  id: 'b',
  parentId: 'q',
  content: 'Milk and **bread**.',
  siblingIds: ['a', 'b'],
})

const tell = (type: string, data: object): void => act(() => dispatch({ type, data }))

let listed: Message[]
let conversations: Conversation[]

beforeEach(() => {
  listed = [first, question]
  conversations = [conversation]
  useChat.setState({ conversations: null, archived: null, threads: {}, earlier: {}, problem: null })
  server.use(
    http.get(at('/api/v1/chat/conversations'), ({ request }) => {
      const archived = new URL(request.url).searchParams.get('archived') === 'true'
      return HttpResponse.json(pageOf(conversations.filter((one) => one.archived === archived)))
    }),
    http.get(at('/api/v1/chat/conversations/c1/messages'), () => HttpResponse.json(pageOf(listed))),
  )
  render(
    <MemoryRouter initialEntries={['/chat/c1']}>
      <Routes>
        <Route path="/chat/:id" element={<ChatPage />} />
      </Routes>
    </MemoryRouter>,
  )
})

it('answers again, and goes back to the version before', async () => {
  const asked: unknown[] = []
  server.use(
    http.post(at('/api/v1/chat/messages/a/regenerate'), async ({ request }) => {
      const { id } = (await request.json()) as { id: string }
      return HttpResponse.json({
        conversationId: 'c1',
        userMessage: question,
        assistantMessage: { ...second, id, siblingIds: ['a', id] },
      })
    }),
    http.patch(at('/api/v1/chat/conversations/c1'), async ({ request }) => {
      asked.push(await request.json())
      listed = [{ ...first, siblingIds: ['a', 'b'] }, question]
      return HttpResponse.json(conversation)
    }),
  )
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Answer again' }))
  expect(await screen.findByText('bread')).toBeVisible()
  expect(screen.queryByText('Milk.')).toBeNull()
  const versions = await screen.findByRole('group', { name: 'Version 2 of 2' })
  await user.click(within(versions).getByRole('button', { name: 'Version before' }))
  expect(await screen.findByText('Milk.')).toBeVisible()
  expect(asked).toEqual([{ activeLeafId: 'a' }])
  expect(screen.getByRole('group', { name: 'Version 1 of 2' })).toBeVisible()
})

it('keeps what was there when the answer is refused', async () => {
  server.use(
    http.post(at('/api/v1/chat/messages/a/regenerate'), () => problem(409, 'answer-in-progress')),
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Answer again' }))
  expect(await screen.findByText(/stop it first/)).toBeVisible()
  expect(screen.getByText('Milk.')).toBeVisible()
  expect(screen.queryByText('bread')).toBeNull()
})

it('says it differently', async () => {
  let sent: unknown = null
  server.use(
    http.patch(at('/api/v1/chat/messages/q'), async ({ request }) => {
      sent = await request.json()
      const { id, content } = sent as { id: string; content: string }
      const edited = { ...question, id, content, siblingIds: ['q', id] }
      const answer = someMessage({ id: 'z', parentId: id, content: 'Eggs.', siblingIds: ['z'] })
      return HttpResponse.json({
        conversationId: 'c1',
        userMessage: edited,
        assistantMessage: answer,
      })
    }),
  )
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Edit what you said' }))
  const field = screen.getByLabelText('Your message')
  await user.clear(field)
  await user.type(field, 'And for cake?')
  await user.click(screen.getByRole('button', { name: 'Send this instead' }))
  expect(await screen.findByText('Eggs.')).toBeVisible()
  expect(screen.queryByText('Milk.')).toBeNull()
  expect(sent).toMatchObject({ content: 'And for cake?' })
  expect(screen.getByRole('group', { name: 'Version 2 of 2' })).toBeVisible()
})

it('renames, pins and archives', async () => {
  const patches: unknown[] = []
  server.use(
    http.patch(at('/api/v1/chat/conversations/c1'), async ({ request }) => {
      const patch = (await request.json()) as Partial<Conversation>
      patches.push(patch)
      conversations = conversations.map((one) => ({ ...one, ...patch }))
      return HttpResponse.json(conversations[0])
    }),
  )
  const user = userEvent.setup()
  const menu = await screen.findByRole('button', { name: 'More for this conversation' })
  await user.click(menu)
  await user.click(screen.getByRole('button', { name: 'Rename' }))
  const name = screen.getByLabelText('Name of the conversation')
  await user.clear(name)
  await user.type(name, 'Shopping{Enter}')
  expect(await screen.findByRole('heading', { name: 'Shopping' })).toBeVisible()
  await user.click(menu)
  await user.click(screen.getByRole('button', { name: 'Keep on top' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Keep on top' })).toBeNull())
  await user.click(menu)
  await user.click(screen.getByRole('button', { name: 'Archive' }))
  await waitFor(() => expect(screen.queryByRole('link', { name: /^Shopping/ })).toBeNull())
  await user.click(screen.getByRole('button', { name: 'Show the archived ones' }))
  expect(await screen.findByRole('link', { name: /^Shopping/ })).toBeVisible()
  expect(patches).toEqual([{ title: 'Shopping' }, { pinned: true }, { archived: true }])
})

it('reads an answer aloud once it is whole', async () => {
  await screen.findByText('Milk.')
  tell('message.delta', { messageId: 'n', conversationId: 'c1', index: 0, text: 'And **eg' })
  expect(screen.getByText('The assistant is answering')).toBeInTheDocument()
  expect(screen.getByRole('log')).toHaveAttribute('aria-live', 'off')
  const message = someMessage({ id: 'n', parentId: 'a', content: 'And **eggs**.' })
  tell('message.completed', { message })
  expect(await screen.findByText('The assistant says: And eggs .')).toBeInTheDocument()
})

it('reads what was said before, and keeps it in its place', async () => {
  const old = someMessage({ id: 'old', role: 'USER', content: 'Long ago' })
  server.use(
    http.get(at('/api/v1/chat/conversations/c1/messages'), ({ request }) => {
      const before = new URL(request.url).searchParams.get('cursor') === 'q'
      const items = before ? [old] : [first, { ...question, parentId: 'old' }]
      return HttpResponse.json(pageOf(items, before ? null : 'q'))
    }),
  )
  act(() => useRealtime.setState(({ opened }) => ({ opened: opened + 1 })))
  await userEvent.click(await screen.findByRole('button', { name: 'Earlier messages' }))
  expect(await screen.findByText('Long ago')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Earlier messages' })).toBeNull()
  act(() => useRealtime.setState(({ opened }) => ({ opened: opened + 1 })))
  await waitFor(() => expect(useChat.getState().threads['c1']).toHaveLength(3))
  expect(useChat.getState().threads['c1']?.map((line) => line.id)).toEqual(['old', 'q', 'a'])
  expect(screen.queryByRole('button', { name: 'Earlier messages' })).toBeNull()
})
