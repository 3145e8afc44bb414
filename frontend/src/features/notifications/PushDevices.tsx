import type { PushDevice } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { ago } from '@/shared/lib/time'
import { useResource } from '@/shared/lib/useResource'
import { useWork } from '@/shared/lib/useWork'
import { Button, IconButton } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Icon } from '@/shared/ui/Icon'
import { Loading } from '@/shared/ui/Loading'
import { Notice } from '@/shared/ui/Notice'

import { readPushDevices, removePushDevice } from './notificationsApi'
import { forgetThisDevice, pushState, thisDevice, turnOffPush, turnOnPush } from './push'
import type { PushState } from './push'

interface Known {
  state: PushState
  devices: PushDevice[]
}

async function readKnown(): Promise<Known> {
  const [state, devices] = await Promise.all([pushState(), readPushDevices()])
  // Removed from elsewhere, so this browser is told nothing any more.
  const gone = state === 'on' && devices.every((device) => device.id !== thisDevice())
  if (gone) await forgetThisDevice()
  return { state: gone ? 'off' : state, devices }
}

async function remove(id: string): Promise<void> {
  await removePushDevice(id)
  if (id === thisDevice()) await forgetThisDevice()
}

/** Whether this browser is told, and which others are. */
export function PushDevices() {
  const t = useText()
  const { value, problem, reload } = useResource(readKnown)
  const work = useWork()
  const change = (step: () => Promise<unknown>): void =>
    void work.run(async () => {
      await step()
      await reload()
    })
  if (value === null) {
    return problem === null ? <Loading rows={1} /> : <Notice>{problem.message}</Notice>
  }
  return (
    <Card className="grid gap-4 p-4 sm:p-5">
      <p className="text-soft">{t(`notifications.push.state.${value.state}`)}</p>
      {work.problem !== null && <Notice>{work.problem.message}</Notice>}
      {value.state === 'off' && (
        <Button
          icon="bell"
          busy={work.busy}
          onClick={() => change(turnOnPush)}
          className="justify-self-start"
        >
          {t('notifications.push.turnOn')}
        </Button>
      )}
      {value.state === 'on' && (
        <Button busy={work.busy} onClick={() => change(turnOffPush)} className="justify-self-start">
          {t('notifications.push.turnOff')}
        </Button>
      )}
      {value.devices.length > 0 && (
        <ul aria-label={t('notifications.push.devices')} className="grid gap-2">
          {value.devices.map((device) => (
            <Device
              key={device.id}
              device={device}
              onRemove={() => change(() => remove(device.id))}
            />
          ))}
        </ul>
      )}
    </Card>
  )
}

function Device({ device, onRemove }: { device: PushDevice; onRemove: () => void }) {
  const t = useText()
  const name = device.deviceName ?? t('notifications.push.unknown')
  return (
    <li className="flex items-center gap-3">
      <Icon name="devices" className="size-5 text-soft" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          {name}
          {device.id === thisDevice() && (
            <span className="rounded-full bg-accent-soft px-2.5 py-0.5 text-sm text-accent">
              {t('notifications.push.here')}
            </span>
          )}
        </p>
        <p className="text-sm text-soft">
          {t('notifications.push.added', { ago: ago(device.createdAt) })}
        </p>
      </div>
      <IconButton
        icon="trash"
        label={t('notifications.push.remove', { name })}
        onClick={onRemove}
      />
    </li>
  )
}
