import { useCallback, useState } from 'react'

import type { PrivacyRequest } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { usePages } from '@/shared/lib/usePages'
import { Card } from '@/shared/ui/Card'
import { SelectField } from '@/shared/ui/Field'

import { readPrivacyRequests } from './adminApi'
import { AdminFrame } from './AdminFrame'
import { Facts } from './Facts'
import { inFull } from './moments'
import { MoreList } from './MoreList'

const kinds = ['EXPORT', 'ERASURE'] as const

export function PrivacyRequestsPage() {
  const t = useText()
  return (
    <AdminFrame title={t('admin.privacy.title')} needs="privacy:read">
      <Requests />
    </AdminFrame>
  )
}

function Requests() {
  const t = useText()
  const [kind, setKind] = useState<PrivacyRequest['kind'] | ''>('')
  const read = useCallback((cursor?: string) => readPrivacyRequests(kind, cursor), [kind])
  const pages = usePages(read)
  return (
    <div className="grid gap-6">
      <SelectField
        label={t('admin.privacy.kind')}
        value={kind}
        onChange={(event) => setKind(kinds.find((it) => it === event.target.value) ?? '')}
      >
        <option value="">{t('admin.any')}</option>
        {kinds.map((it) => (
          <option key={it} value={it}>
            {t(`admin.privacy.${it}`)}
          </option>
        ))}
      </SelectField>
      <MoreList pages={pages} label={t('admin.privacy.title')} empty={t('admin.nothing')}>
        {(request) => <RequestCard request={request} />}
      </MoreList>
    </div>
  )
}

function RequestCard({ request }: { request: PrivacyRequest }) {
  const t = useText()
  const { userId, dueAt, expiresAt, finishedAt, waitingFor } = request
  return (
    <Card className="grid gap-2 p-4">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-semibold">{t(`admin.privacy.${request.kind}`)}</span>
        <span className="text-sm text-soft">{request.status}</span>
        <time dateTime={request.createdAt} className="text-sm text-soft sm:ml-auto">
          {inFull(request.createdAt)}
        </time>
      </div>
      <Facts facts={{ userId, dueAt, expiresAt, finishedAt, waitingFor: waitingFor.join(', ') }} />
    </Card>
  )
}
