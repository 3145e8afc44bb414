import { useEffect, useState } from 'react'

import { toProblem } from '@/shared/api/errors'
import type { Problem } from '@/shared/api/errors'
import type { Integration, Provider } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { useResource } from '@/shared/lib/useResource'
import { onEvent } from '@/shared/realtime/events'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Icon } from '@/shared/ui/Icon'
import { Loading } from '@/shared/ui/Loading'
import { Notice } from '@/shared/ui/Notice'
import { Page, Section } from '@/shared/ui/Page'

import { initiate, readConnections } from './integrationApi'
import { IntegrationCard } from './IntegrationCard'

/** No event tells the end of a sync, so the page looks: often while the first one runs. */
const FIRST_SYNC_LOOK = 2_000
const LOOK = 30_000

function isBeingRead(integration: Integration): boolean {
  return integration.status === 'CONNECTED' && integration.lastSyncedAt == null
}

export function IntegrationsPage() {
  const t = useText()
  const { value, problem, reload } = useResource(readConnections)
  const [refused, setRefused] = useState<Problem | null>(null)
  useEffect(() => onEvent('integration.changed', () => void reload()), [reload])
  const firstSync = value?.integrations.some(isBeingRead) ?? false
  useEffect(() => {
    const timer = setInterval(() => void reload(), firstSync ? FIRST_SYNC_LOOK : LOOK)
    return () => clearInterval(timer)
  }, [firstSync, reload])
  const connect = async (provider: Provider): Promise<void> => {
    try {
      setRefused(null)
      location.assign(await initiate(provider.id, provider.capabilities))
    } catch (error) {
      setRefused(toProblem(error))
    }
  }
  const nameOf = (id: string): string =>
    value?.providers.find((provider) => provider.id === id)?.name ?? id
  return (
    <Page title={t('nav.integrations')} lead={t('integrations.lead')}>
      {problem !== null && <Notice>{problem.message}</Notice>}
      {refused !== null && <Notice>{refused.message}</Notice>}
      {value === null && problem === null && <Loading rows={2} />}
      {value !== null && (
        <div className="grid gap-4">
          {value.integrations.map((integration) => (
            <IntegrationCard
              key={integration.id}
              integration={integration}
              name={nameOf(integration.provider)}
              onChanged={reload}
              onReconnect={() => {
                const provider = value.providers.find((it) => it.id === integration.provider)
                if (provider !== undefined) void connect(provider)
              }}
            />
          ))}
          <Section
            title={t(
              value.integrations.length === 0 ? 'integrations.available' : 'integrations.another',
            )}
          >
            <div className="grid gap-3">
              {value.providers.map((provider) => (
                <ProviderCard
                  key={provider.id}
                  provider={provider}
                  onConnect={() => void connect(provider)}
                />
              ))}
            </div>
          </Section>
        </div>
      )}
    </Page>
  )
}

function ProviderCard({ provider, onConnect }: { provider: Provider; onConnect: () => void }) {
  const t = useText()
  return (
    <Card className="flex flex-wrap items-center gap-4 p-4 sm:p-5">
      <span className="grid size-11 place-items-center rounded-2xl bg-accent-soft text-accent">
        <Icon name="calendar" />
      </span>
      <div className="min-w-0 flex-1 basis-48">
        <h3 className="font-semibold">{provider.name}</h3>
        <p className="text-[0.9375rem] text-soft">
          {t(provider.configured ? 'integrations.calendar' : 'integrations.notConfigured')}
        </p>
      </div>
      {provider.configured && (
        <Button look="primary" onClick={onConnect} className="max-sm:w-full">
          {t('integrations.connect', { name: provider.name })}
        </Button>
      )}
    </Card>
  )
}
