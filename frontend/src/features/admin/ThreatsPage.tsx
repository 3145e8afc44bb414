import { useCallback, useState } from 'react'
import { Link } from 'react-router'

import type { Threat } from '@/shared/api/types'
import { usePermissions } from '@/shared/auth/permissions'
import { useText } from '@/shared/i18n/i18n'
import { usePages } from '@/shared/lib/usePages'
import { useWork } from '@/shared/lib/useWork'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { SelectField } from '@/shared/ui/Field'
import { Notice } from '@/shared/ui/Notice'

import { dismissFinding, readFindings } from './adminApi'
import { AdminFrame } from './AdminFrame'
import { Facts } from './Facts'
import { inFull } from './moments'
import { MoreList } from './MoreList'

const severities = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const
const statuses = ['OPEN', 'DISMISSED'] as const

export function ThreatsPage() {
  const t = useText()
  return (
    <AdminFrame title={t('admin.threats.title')} needs="threats:read">
      <Findings />
    </AdminFrame>
  )
}

function Findings() {
  const t = useText()
  const [status, setStatus] = useState<Threat['status'] | ''>('OPEN')
  const [severity, setSeverity] = useState<Threat['severity'] | ''>('')
  const read = useCallback(
    (cursor?: string) => readFindings({ status, severity }, cursor),
    [status, severity],
  )
  const pages = usePages(read)
  return (
    <div className="grid gap-6">
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          label={t('admin.threats.status')}
          value={status}
          onChange={(event) => setStatus(statuses.find((it) => it === event.target.value) ?? '')}
        >
          <option value="">{t('admin.any')}</option>
          {statuses.map((it) => (
            <option key={it} value={it}>
              {t(`admin.threats.${it}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('admin.threats.severity')}
          value={severity}
          onChange={(event) =>
            setSeverity(severities.find((it) => it === event.target.value) ?? '')
          }
        >
          <option value="">{t('admin.any')}</option>
          {severities.map((it) => (
            <option key={it} value={it}>
              {t(`admin.threats.${it}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <MoreList pages={pages} label={t('admin.threats.title')} empty={t('admin.threats.none')}>
        {(finding) => <FindingCard finding={finding} onDismissed={pages.reload} />}
      </MoreList>
    </div>
  )
}

interface FindingProps {
  finding: Threat
  onDismissed: () => Promise<void>
}

function FindingCard({ finding, onDismissed }: FindingProps) {
  const t = useText()
  const { may } = usePermissions()
  const { busy, problem, run } = useWork()
  return (
    <Card className="grid gap-3 p-4">
      <div>
        <p className="font-medium">{finding.text}</p>
        <p className="text-sm text-soft">
          {`${inFull(finding.at)} · ${t(`admin.threats.${finding.severity}`)} · ${t(`admin.threats.${finding.status}`)}`}
        </p>
      </div>
      <details className="text-sm">
        <summary className="cursor-pointer text-soft">{t('admin.details')}</summary>
        <div className="mt-2">
          <Facts
            facts={{
              rule: finding.rule,
              lastAt: finding.lastAt,
              actions: finding.actions.join(', '),
              ...finding.evidence,
            }}
          />
        </div>
      </details>
      {problem !== null && <Notice>{problem.message}</Notice>}
      <div className="flex flex-wrap items-center gap-3">
        {finding.status === 'OPEN' && may('threats:dismiss') && (
          <Button
            busy={busy}
            onClick={() =>
              void run(async () => {
                await dismissFinding(finding.id)
                await onDismissed()
              })
            }
          >
            {t('admin.threats.dismiss')}
          </Button>
        )}
        {finding.userId != null && may('users:read') && (
          <Link
            to={`/admin/users/${finding.userId}`}
            className="inline-flex min-h-11 items-center font-medium text-accent underline underline-offset-4"
          >
            {t('admin.users.show')}
          </Link>
        )}
      </div>
    </Card>
  )
}
