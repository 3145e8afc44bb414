import { useCallback, useState } from 'react'

import { toProblem } from '@/shared/api/errors'
import type { Problem } from '@/shared/api/errors'
import type { Integration } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { useToday } from '@/shared/lib/clock'
import { ago, clockTime, dayOf, shortDay } from '@/shared/lib/time'
import { useResource } from '@/shared/lib/useResource'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Icon } from '@/shared/ui/Icon'
import { Notice } from '@/shared/ui/Notice'

import { disconnect, readItems, syncNow } from './integrationApi'

interface Props {
  integration: Integration
  name: string
  onChanged: () => Promise<void>
  onReconnect: () => void
}

/** A connected account: how it is, when it was read, what is coming up in it. */
export function IntegrationCard({ integration, name, onChanged, onReconnect }: Props) {
  const t = useText()
  const [busy, setBusy] = useState<'sync' | 'leave' | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const connected = integration.status === 'CONNECTED'
  const run = async (kind: 'sync' | 'leave', work: () => Promise<void>): Promise<void> => {
    setBusy(kind)
    setProblem(null)
    try {
      await work()
      await onChanged()
    } catch (error) {
      setProblem(toProblem(error))
    }
    setBusy(null)
  }
  return (
    <Card className="grid gap-4 p-4 sm:p-5">
      <div className="flex items-start gap-4">
        <span className="grid size-11 place-items-center rounded-2xl bg-accent-soft text-accent">
          <Icon name={connected ? 'check' : 'connections'} />
        </span>
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold">{name}</h2>
          <p className="truncate text-[0.9375rem] text-soft">{integration.account}</p>
          <p className="text-sm text-soft">
            {integration.lastSyncedAt == null
              ? t('integrations.syncing')
              : t('integrations.synced', { ago: ago(integration.lastSyncedAt) })}
          </p>
        </div>
      </div>
      {!connected && (
        <Notice action={<Button onClick={onReconnect}>{t('integrations.reconnect')}</Button>}>
          {integration.advice ?? t('integrations.reconnectNeeded')}
        </Notice>
      )}
      {problem !== null && <Notice>{problem.message}</Notice>}
      <Items id={integration.id} syncedAt={integration.lastSyncedAt ?? ''} />
      <div className="flex flex-wrap gap-2">
        <Button
          icon="refresh"
          busy={busy === 'sync'}
          onClick={() => void run('sync', () => syncNow(integration.id))}
        >
          {t('integrations.sync')}
        </Button>
        <Button
          look="quiet"
          busy={busy === 'leave'}
          onClick={() => void run('leave', () => disconnect(integration.id))}
        >
          {t('integrations.disconnect')}
        </Button>
      </div>
    </Card>
  )
}

const SHOWN = 4

function Items({ id, syncedAt }: { id: string; syncedAt: string }) {
  const t = useText()
  const today = useToday()
  // Read again when the account was synced again.
  // oxlint-disable-next-line react/exhaustive-deps
  const { value } = useResource(useCallback(() => readItems(id), [id, syncedAt]))
  const coming = (value ?? [])
    .map(({ id: key, data }) => {
      const day = data.startAt == null ? (data.startDate ?? '') : dayOf(data.startAt)
      const time = data.startAt == null ? '' : clockTime(data.startAt)
      return { key, title: data.title, day, time, order: data.startAt ?? data.startDate ?? '' }
    })
    .filter((item) => item.day >= today)
    .toSorted((a, b) => a.order.localeCompare(b.order))
  if (coming.length === 0) return null
  return (
    <div>
      <h3 className="mb-1 text-sm font-semibold text-soft">{t('integrations.coming')}</h3>
      <ul className="divide-y divide-line border-y border-line">
        {coming.slice(0, SHOWN).map((item) => (
          <li key={item.key} className="flex gap-3 py-2 text-[0.9375rem]">
            <span className="w-36 shrink-0 text-soft">
              {shortDay(item.day, today)} {item.time}
            </span>
            <span className="min-w-0 flex-1">{item.title}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
