import { useState } from 'react'

import { useText } from '@/shared/i18n/i18n'
import { useResource } from '@/shared/lib/useResource'
import { useWork } from '@/shared/lib/useWork'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Checkbox } from '@/shared/ui/Checkbox'
import { Dialog } from '@/shared/ui/Dialog'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loading } from '@/shared/ui/Loading'
import { Notice } from '@/shared/ui/Notice'
import { Page, Section } from '@/shared/ui/Page'

import { FactForm } from './FactForm'
import { FactRow } from './FactRow'
import { forgetAll, readMemories, remember, switchMemory } from './memoryApi'

/** What the assistant knows about the person, who can see, change, delete and switch it off. */
export function MemoryPage() {
  const t = useText()
  const { value, problem, reload } = useResource(readMemories)
  const work = useWork()
  const change = (doing: () => Promise<unknown>) =>
    work.run(async () => {
      await doing()
      await reload()
    })
  return (
    <Page title={t('memory.title')} lead={t('memory.lead')}>
      {problem !== null && <Notice>{problem.message}</Notice>}
      {work.problem !== null && <Notice>{work.problem.message}</Notice>}
      {value === null && problem === null && <Loading />}
      {value !== null && (
        <>
          <Card className="mb-6 p-4 sm:p-5">
            <Checkbox
              label={t('memory.enabled')}
              hint={t('memory.enabledHint')}
              checked={value.enabled}
              disabled={work.busy}
              onChange={(enabled) => void change(() => switchMemory(enabled))}
            />
          </Card>
          {value.enabled && (
            <FactForm
              label={t('memory.add')}
              submit={t('memory.keep')}
              onSubmit={(fact) => change(() => remember(fact))}
            />
          )}
          {value.items.length === 0 ? (
            <EmptyState icon="spark" title={t('memory.emptyTitle')}>
              {t('memory.emptyLead')}
            </EmptyState>
          ) : (
            <Section title={t('memory.known')}>
              <Card>
                <ul aria-label={t('memory.known')} className="divide-y divide-line">
                  {value.items.map((memory) => (
                    <FactRow key={memory.id} memory={memory} onChanged={reload} />
                  ))}
                </ul>
              </Card>
              <ForgetAll onSure={() => void change(forgetAll)} />
            </Section>
          )}
        </>
      )}
    </Page>
  )
}

function ForgetAll({ onSure }: { onSure: () => void }) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button className="mt-4" onClick={() => setAsking(true)}>
        {t('memory.forgetAll')}
      </Button>
      {asking && (
        <Dialog
          title={t('memory.forgetAll')}
          lead={t('memory.forgetAllLead')}
          onClose={() => setAsking(false)}
        >
          <div className="flex flex-wrap justify-end gap-3">
            <Button onClick={() => setAsking(false)}>{t('memory.leave')}</Button>
            <Button
              look="primary"
              onClick={() => {
                setAsking(false)
                onSure()
              }}
            >
              {t('memory.forgetAll')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
