import { useEffect } from 'react'

import type { DataExport } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { saveFile } from '@/shared/lib/saveFile'
import { ago, clockTime, dayOf, longDay } from '@/shared/lib/time'
import { useResource } from '@/shared/lib/useResource'
import { useWork } from '@/shared/lib/useWork'
import { onEvent } from '@/shared/realtime/events'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Loading } from '@/shared/ui/Loading'
import { Notice } from '@/shared/ui/Notice'

import { downloadExport, readExports, requestExport } from './privacyApi'

const LOOK_AGAIN_MILLIS = 5000

/** Copies of all one's data: asks for one, says how far it is, and hands it over. */
export function Exports() {
  const t = useText()
  const { value, problem, reload } = useResource(readExports)
  const work = useWork()
  const waiting = value?.some((it) => it.status === 'PENDING') === true
  useEffect(() => onEvent('notification', () => void reload()), [reload])
  useEffect(() => {
    if (!waiting) return undefined
    const timer = setInterval(() => void reload(), LOOK_AGAIN_MILLIS)
    return () => clearInterval(timer)
  }, [waiting, reload])
  return (
    <Card className="grid gap-4 p-4 sm:p-5">
      <p className="text-soft">{t('privacy.export.lead')}</p>
      {problem !== null && <Notice>{problem.message}</Notice>}
      {work.problem !== null && <Notice>{work.problem.message}</Notice>}
      {value === null && problem === null && <Loading rows={1} />}
      {value !== null && value.length > 0 && (
        <ul className="grid gap-3">
          {value.map((it) => (
            <li key={it.id}>
              <Copy copy={it} />
            </li>
          ))}
        </ul>
      )}
      <Button
        busy={work.busy}
        disabled={waiting}
        className="justify-self-start"
        onClick={() =>
          void work.run(async () => {
            await requestExport()
            await reload()
          })
        }
      >
        {t('privacy.export.request')}
      </Button>
    </Card>
  )
}

function Copy({ copy }: { copy: DataExport }) {
  const t = useText()
  const { busy, problem, run } = useWork()
  const until = copy.expiresAt ?? null
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-3">
        <div role="status" className="min-w-0 flex-1 basis-40">
          <p className="font-medium">{t(`privacy.export.status.${copy.status}`)}</p>
          <p className="text-sm text-soft">
            {t('privacy.export.asked', { ago: ago(copy.createdAt) })}
            {copy.status === 'READY' &&
              until !== null &&
              ` · ${t('privacy.export.until', { when: `${longDay(until)}, ${clockTime(until)}` })}`}
          </p>
        </div>
        {copy.status === 'READY' && (
          <Button
            look="primary"
            busy={busy}
            onClick={() =>
              void run(async () => {
                const name = `personal-assistant-${dayOf(copy.createdAt)}.zip`
                saveFile(await downloadExport(copy.id), name)
              })
            }
          >
            {t('privacy.export.download')}
          </Button>
        )}
      </div>
      {problem !== null && <Notice>{problem.message}</Notice>}
    </div>
  )
}
