import type { TrustedDevice } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { deviceName } from '@/shared/lib/device'
import { longDay } from '@/shared/lib/time'
import { useWork } from '@/shared/lib/useWork'
import { Button, IconButton } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Icon } from '@/shared/ui/Icon'
import { Notice } from '@/shared/ui/Notice'

import { forgetDevice, forgetDevices } from './securityApi'

interface Props {
  devices: TrustedDevice[]
  onChanged: () => Promise<void>
}

/** Devices that are not asked for a second factor. */
export function TrustedDevices({ devices, onChanged }: Props) {
  const t = useText()
  const { busy, problem, run } = useWork()
  const forget = (work: () => Promise<void>): void => {
    void run(async () => {
      await work()
      await onChanged()
    })
  }
  return (
    <Card className="grid grid-cols-1 gap-4 p-4 sm:p-5">
      <p className="text-soft">
        {t(devices.length === 0 ? 'security.trusted.none' : 'security.trusted.lead')}
      </p>
      {devices.length > 0 && (
        <ul className="grid grid-cols-1 gap-3">
          {devices.map((device) => (
            <li key={device.id} className="flex items-center gap-3">
              <Icon name="devices" className="size-5 text-soft" />
              <div className="min-w-0 flex-1">
                <p className="font-medium">
                  {nameOf(device) ?? t('devices.unknown')}
                  {device.current && (
                    <span className="ml-2 rounded-full bg-accent-soft px-2.5 py-0.5 text-sm text-accent">
                      {t('devices.current')}
                    </span>
                  )}
                </p>
                <p className="text-sm text-soft">
                  {t('security.trusted.until', { day: longDay(device.expiresAt) })}
                </p>
              </div>
              <IconButton
                icon="trash"
                label={t('security.trusted.forget', {
                  name: nameOf(device) ?? t('devices.unknown'),
                })}
                disabled={busy}
                onClick={() => forget(() => forgetDevice(device.id))}
              />
            </li>
          ))}
        </ul>
      )}
      {problem !== null && <Notice>{problem.message}</Notice>}
      {devices.length > 1 && (
        <Button busy={busy} onClick={() => forget(forgetDevices)} className="justify-self-start">
          {t('security.trusted.forgetAll')}
        </Button>
      )}
    </Card>
  )
}

function nameOf({ name, userAgent }: TrustedDevice): string | null {
  if (name != null && name !== '') return name
  return userAgent == null ? null : deviceName(userAgent)
}
