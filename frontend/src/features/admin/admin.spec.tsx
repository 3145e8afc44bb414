import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { MemoryRouter, Route, Routes } from 'react-router'
import { beforeEach, expect, it, vi } from 'vitest'

import type {
  Account,
  AuditEntry,
  PrivacyRequest,
  Role,
  Session,
  Threat,
  Verification,
} from '@/shared/api/types'
import { pageOf, signInWith } from '@/testing/people'
import { at, problem, server } from '@/testing/server'

import { AdminRoutes } from './AdminRoutes'

const saved = vi.hoisted(() => vi.fn<(content: Blob, name: string) => void>())
vi.mock('@/shared/lib/saveFile', () => ({ saveFile: saved }))

const nora: Account = {
  id: 'u7',
  email: 'nora@example.com',
  displayName: 'Nora Vidal',
  status: 'ACTIVE',
  roles: ['USER'],
  createdAt: '2026-11-01T08:00:00Z',
}
const role = {
  description: '',
  permissions: [],
  inherits: [],
  effectivePermissions: [],
  builtIn: true,
  users: 1,
}
const roles: Role[] = [
  { ...role, name: 'SUPPORT', permissions: ['users:read'] },
  { ...role, name: 'USER', users: 2 },
]
const all = ['users', 'roles', 'audit', 'threats', 'privacy'].map((name) => `${name}:read`)

function open(path: string): void {
  render(
    <MemoryRouter initialEntries={[path]}>
      <Routes>
        <Route path="/admin/*" element={<AdminRoutes />} />
      </Routes>
    </MemoryRouter>,
  )
}

beforeEach(() => {
  saved.mockReset()
  server.use(
    http.get(at('/api/v1/admin/roles'), () => HttpResponse.json(pageOf(roles))),
    http.get(at('/api/v1/admin/permissions'), () =>
      HttpResponse.json(pageOf([{ name: 'users:read' }, { name: 'keys:rotate' }])),
    ),
  )
})

it('offers only what the token allows', async () => {
  signInWith('threats:read')
  server.use(http.get(at('/api/v1/admin/threats'), () => HttpResponse.json(pageOf([]))))
  open('/admin')
  expect(await screen.findByText('Nothing unusual')).toBeVisible()
  const links = within(screen.getByRole('navigation')).getAllByRole('link')
  expect(links.map((link) => link.textContent)).toEqual(['Threats'])
})

it('shows no page that is not for the role, and asks nothing of the service', async () => {
  signInWith('users:read')
  open('/admin/audit')
  expect(await screen.findByText('This is not for your role')).toBeVisible()
})

it('finds people page by page', async () => {
  signInWith(...all)
  const asked: string[] = []
  server.use(
    http.get(at('/api/v1/admin/users'), ({ request }) => {
      const { search, searchParams } = new URL(request.url)
      asked.push(search)
      return searchParams.get('cursor') === 'c2'
        ? HttpResponse.json(pageOf([{ ...nora, id: 'u8', displayName: 'Ana' }]))
        : HttpResponse.json(pageOf([nora], 'c2'))
    }),
  )
  open('/admin/users')
  const user = userEvent.setup()
  await user.type(await screen.findByLabelText('Name or e-mail'), 'a b')
  await user.selectOptions(screen.getByLabelText('Status'), 'ACTIVE')
  await user.click(screen.getByRole('button', { name: 'Search' }))
  await waitFor(() => expect(asked).toContain('?query=a+b&status=ACTIVE'))
  await user.click(await screen.findByRole('button', { name: 'Load more' }))
  expect(await screen.findByRole('link', { name: 'Ana' })).toHaveAttribute(
    'href',
    '/admin/users/u8',
  )
  expect(screen.getByRole('link', { name: 'Nora Vidal' })).toBeVisible()
  expect(asked.at(-1)).toBe('?query=a+b&status=ACTIVE&cursor=c2')
})

it('suspends with a reason, reinstates, gives roles and ends sessions', async () => {
  signInWith(...all, 'users:suspend', 'roles:grant', 'sessions:read', 'sessions:end')
  let account = nora
  let sessions: Session[] = [
    {
      id: 's9',
      deviceName: 'Desk',
      address: '10.0.0.1',
      createdAt: '2026-11-23T08:00:00Z',
      lastSeenAt: '2026-11-23T08:00:00Z',
      amr: ['pwd'],
      trusted: false,
      current: false,
    },
  ]
  server.use(
    http.get(at('/api/v1/admin/users/u7'), () => HttpResponse.json(account)),
    http.get(at('/api/v1/admin/users/u7/sessions'), () => HttpResponse.json(pageOf(sessions))),
    http.delete(at('/api/v1/admin/users/u7/sessions'), () => {
      sessions = []
      return new HttpResponse(null, { status: 204 })
    }),
    http.post(at('/api/v1/admin/users/u7/suspend'), async ({ request }) => {
      expect(await request.json()).toEqual({ reason: 'Spam' })
      account = { ...account, status: 'SUSPENDED' }
      return new HttpResponse(null, { status: 204 })
    }),
    http.post(at('/api/v1/admin/users/u7/reinstate'), () => {
      account = { ...account, status: 'ACTIVE' }
      return new HttpResponse(null, { status: 204 })
    }),
    http.put(at('/api/v1/admin/users/u7/roles'), async ({ request }) => {
      const { roles: given } = (await request.json()) as { roles: string[] }
      account = { ...account, roles: given }
      return HttpResponse.json(account)
    }),
  )
  open('/admin/users/u7')
  const user = userEvent.setup()
  await user.type(await screen.findByLabelText('Reason'), 'Spam')
  await user.click(screen.getByRole('button', { name: 'Suspend' }))
  await user.click(await screen.findByRole('button', { name: 'Reinstate' }))
  expect(await screen.findByRole('button', { name: 'Suspend' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'End all sessions' }))
  expect(await screen.findByText('Signed in nowhere.')).toBeVisible()
  await user.click(await screen.findByLabelText('SUPPORT'))
  await user.click(screen.getByRole('button', { name: 'Save roles' }))
  await waitFor(() => expect(account.roles).toEqual(['USER', 'SUPPORT']))
})

it('tells why roles were refused', async () => {
  signInWith(...all, 'roles:grant')
  server.use(
    http.get(at('/api/v1/admin/users/u7'), () => HttpResponse.json(nora)),
    http.put(at('/api/v1/admin/users/u7/roles'), () =>
      problem(409, 'last-owner', { detail: 'Somebody has to own it.' }),
    ),
  )
  open('/admin/users/u7')
  await userEvent.click(await screen.findByRole('button', { name: 'Save roles' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Somebody has to own it.')
})

it('makes, changes and deletes a role of one’s own; grants only what one has', async () => {
  signInWith(...all, 'roles:write')
  const mine: Role = { ...role, name: 'HELP_DESK', builtIn: false, users: 0 }
  let known = roles
  server.use(
    http.get(at('/api/v1/admin/roles'), () => HttpResponse.json(pageOf(known))),
    http.post(at('/api/v1/admin/roles'), async ({ request }) => {
      expect(await request.json()).toEqual({
        name: 'HELP_DESK',
        description: 'Helps',
        permissions: ['users:read'],
        inherits: ['USER'],
      })
      known = [...roles, mine]
      return HttpResponse.json(mine, { status: 201 })
    }),
    http.put(at('/api/v1/admin/roles/HELP_DESK'), async ({ request }) => {
      expect(await request.json()).toMatchObject({ description: 'More help' })
      known = [...roles, { ...mine, description: 'More help' }]
      return HttpResponse.json(mine)
    }),
    http.delete(at('/api/v1/admin/roles/HELP_DESK'), () => {
      known = roles
      return new HttpResponse(null, { status: 204 })
    }),
  )
  open('/admin/roles')
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'New role' }))
  await user.type(screen.getByLabelText('Name'), 'help desk')
  await user.type(screen.getByLabelText('What it is for'), 'Helps')
  expect(screen.getByLabelText('keys:rotate')).toBeDisabled()
  await user.click(screen.getByLabelText('users:read'))
  await user.click(screen.getByLabelText('USER'))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await user.click(await screen.findByRole('button', { name: 'Edit HELP_DESK' }))
  await user.type(screen.getByLabelText('What it is for'), 'More help')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('More help')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Delete HELP_DESK' }))
  await waitFor(() => expect(screen.queryByText('HELP_DESK')).toBeNull())
  expect(screen.queryByRole('button', { name: 'Edit USER' })).toBeNull()
})

it('filters the audit log, downloads what is shown, and names the first broken link', async () => {
  signInWith(...all)
  const entry: AuditEntry = {
    id: 'a1',
    sequence: 41,
    at: '2026-11-23T08:00:00Z',
    service: 'auth',
    action: 'login',
    actorId: 'u7',
    outcome: 'DONE',
    details: { device: 'Chrome' },
  }
  const asked: string[] = []
  let csv = ''
  server.use(
    http.get(at('/api/v1/admin/audit-log'), ({ request }) => {
      asked.push(new URL(request.url).search)
      return HttpResponse.json(pageOf([entry]))
    }),
    http.get(at('/api/v1/admin/audit-log.csv'), ({ request }) => {
      csv = new URL(request.url).search
      expect(request.headers.get('Authorization')).toMatch(/^Bearer /)
      return HttpResponse.text('sequence\n41\n')
    }),
    http.get(at('/api/v1/admin/audit-log/verification'), () =>
      HttpResponse.json<Verification>({
        valid: false,
        entries: 40,
        head: 'h40',
        firstBroken: { sequence: 41, id: 'a1', reason: 'CHANGED' },
      }),
    ),
  )
  open('/admin/audit')
  const user = userEvent.setup()
  await user.type(await screen.findByLabelText('Action'), 'login')
  await user.type(screen.getByLabelText('To'), '2026-11-23')
  await user.click(screen.getByRole('button', { name: 'Search' }))
  const wanted = '?action=login&to=2026-11-23T23%3A00%3A00.000Z'
  await waitFor(() => expect(asked).toContain(wanted))
  await user.click(screen.getByRole('button', { name: 'Download as CSV' }))
  await waitFor(() => expect(saved).toHaveBeenCalledOnce())
  expect(csv).toBe(wanted)
  expect(screen.getByText('Chrome')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Verify the log' }))
  expect(await screen.findByText('Broken at entry 41: it is not what was written')).toBeVisible()
})

it('says that the log is unbroken', async () => {
  signInWith(...all)
  server.use(
    http.get(at('/api/v1/admin/audit-log'), () => HttpResponse.json(pageOf([]))),
    http.get(at('/api/v1/admin/audit-log/verification'), () =>
      HttpResponse.json<Verification>({ valid: true, entries: 1, head: 'a1', firstBroken: null }),
    ),
  )
  open('/admin/audit')
  await userEvent.click(await screen.findByRole('button', { name: 'Verify the log' }))
  expect(await screen.findByText('Unbroken: 1 entry verified.')).toBeVisible()
})

it('verifies a long log to its end', async () => {
  signInWith(...all)
  const asked: (string | null)[] = []
  server.use(
    http.get(at('/api/v1/admin/audit-log'), () => HttpResponse.json(pageOf([]))),
    http.get(at('/api/v1/admin/audit-log/verification'), ({ request }) => {
      const after = new URL(request.url).searchParams.get('after')
      asked.push(after)
      return HttpResponse.json<Verification>(
        after === '7'
          ? {
              valid: false,
              entries: 8,
              head: 'a8',
              firstBroken: { sequence: 9, reason: 'MISSING' },
            }
          : { valid: true, entries: 7, head: 'a7', firstBroken: null, next: 7 },
      )
    }),
  )
  open('/admin/audit')
  await userEvent.click(await screen.findByRole('button', { name: 'Verify the log' }))
  expect(await screen.findByText(/^Broken at entry 9/)).toBeVisible()
  expect(screen.queryByText(/^Unbroken/)).not.toBeInTheDocument()
  expect(asked).toEqual(['0', '7'])
})

it('dismisses a threat', async () => {
  signInWith(...all, 'threats:dismiss')
  const finding: Threat = {
    id: 't1',
    userId: 'u7',
    rule: 'impossible-travel',
    severity: 'HIGH',
    status: 'OPEN',
    at: '2026-11-23T08:00:00Z',
    lastAt: '2026-11-23T08:30:00Z',
    actions: ['NOTIFY'],
    evidence: { kilometres: 9000 },
    text: 'Signed in from far away.',
  }
  let findings = [finding]
  const asked: string[] = []
  server.use(
    http.get(at('/api/v1/admin/threats'), ({ request }) => {
      asked.push(new URL(request.url).search)
      return HttpResponse.json(pageOf(findings))
    }),
    http.post(at('/api/v1/admin/threats/t1/dismiss'), () => {
      findings = []
      return new HttpResponse(null, { status: 204 })
    }),
  )
  open('/admin/threats')
  expect(await screen.findByText('Signed in from far away.')).toBeVisible()
  expect(asked).toContain('?status=OPEN')
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
  expect(await screen.findByText('Nothing unusual')).toBeVisible()
})

it('lists exports and deletions, and what they wait for', async () => {
  signInWith(...all)
  const erasure: PrivacyRequest = {
    id: 'r1',
    kind: 'ERASURE',
    status: 'SCHEDULED',
    userId: 'u7',
    createdAt: '2026-11-23T08:00:00Z',
    waitingFor: ['chat', 'oauth'],
  }
  server.use(
    http.get(at('/api/v1/admin/privacy-requests'), ({ request }) =>
      HttpResponse.json(
        new URL(request.url).searchParams.get('kind') === 'ERASURE'
          ? pageOf([erasure])
          : pageOf([]),
      ),
    ),
  )
  open('/admin/privacy')
  expect(await screen.findByText('Nothing found')).toBeVisible()
  await userEvent.selectOptions(screen.getByLabelText('Kind'), 'ERASURE')
  expect(await screen.findByText('SCHEDULED')).toBeVisible()
  expect(screen.getByText('chat, oauth')).toBeVisible()
})
