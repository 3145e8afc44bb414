import { useCallback, useState } from 'react'
import type { FormEvent } from 'react'
import { Link } from 'react-router'

import type { Account } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { ago } from '@/shared/lib/time'
import { usePages } from '@/shared/lib/usePages'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { SelectField, TextField } from '@/shared/ui/Field'

import { searchUsers } from './adminApi'
import type { UserFilter } from './adminApi'
import { AdminFrame } from './AdminFrame'
import { MoreList } from './MoreList'
import { Standing } from './Standing'

const statuses = ['ACTIVE', 'SUSPENDED', 'ERASING'] as const

export function UsersPage() {
  const t = useText()
  return (
    <AdminFrame title={t('admin.users.title')} needs="users:read">
      <Search />
    </AdminFrame>
  )
}

interface Form {
  query: string
  role: string
  status: Account['status'] | ''
}

function Search() {
  const t = useText()
  const [form, setForm] = useState<Form>({ query: '', role: '', status: '' })
  const [filter, setFilter] = useState<UserFilter>({})
  const read = useCallback((cursor?: string) => searchUsers(filter, cursor), [filter])
  const pages = usePages(read)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setFilter({ ...form, query: form.query.trim(), role: form.role.trim() })
  }
  return (
    <div className="grid gap-6">
      <form role="search" onSubmit={submit} className="grid items-end gap-3 sm:grid-cols-3">
        <div className="sm:col-span-3">
          <TextField
            label={t('admin.users.query')}
            type="search"
            value={form.query}
            onChange={(event) => setForm({ ...form, query: event.target.value })}
          />
        </div>
        <TextField
          label={t('admin.users.role')}
          value={form.role}
          autoCapitalize="characters"
          onChange={(event) => setForm({ ...form, role: event.target.value.toUpperCase() })}
        />
        <SelectField
          label={t('admin.users.status')}
          value={form.status}
          onChange={(event) =>
            setForm({ ...form, status: statuses.find((it) => it === event.target.value) ?? '' })
          }
        >
          <option value="">{t('admin.any')}</option>
          {statuses.map((it) => (
            <option key={it} value={it}>
              {t(`admin.status.${it}`)}
            </option>
          ))}
        </SelectField>
        <Button type="submit" look="primary">
          {t('admin.search')}
        </Button>
      </form>
      <MoreList pages={pages} label={t('admin.users.title')} empty={t('admin.nothing')}>
        {(account) => <AccountCard account={account} />}
      </MoreList>
    </div>
  )
}

function AccountCard({ account }: { account: Account }) {
  const t = useText()
  return (
    <Card className="flex flex-wrap items-center gap-x-4 gap-y-1 p-4">
      <div className="min-w-0 flex-1 basis-48">
        <Link
          to={`/admin/users/${account.id}`}
          className="font-semibold underline-offset-4 hover:underline"
        >
          {account.displayName}
        </Link>
        <p className="text-sm text-soft">{account.email}</p>
      </div>
      <p className="text-sm text-soft">
        {account.roles.join(', ')}
        {account.lastSeenAt != null &&
          ` · ${t('admin.users.seen', { ago: ago(account.lastSeenAt) })}`}
      </p>
      <Standing status={account.status} />
    </Card>
  )
}
