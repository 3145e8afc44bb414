import { useText } from '@/shared/i18n/i18n'
import { Button } from '@/shared/ui/Button'
import { Dialog } from '@/shared/ui/Dialog'

import { keyHelp } from './keys'

/** Which keys there are. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <dl className="divide-y divide-line border-y border-line">
        {keyHelp.map(({ keys, label }) => (
          <div key={label} className="flex min-h-11 items-center justify-between gap-4 py-1">
            <dt>{t(label)}</dt>
            <dd className="flex gap-2">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="rounded-md border border-line-strong px-2 py-0.5 font-sans text-sm text-soft"
                >
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-5 flex justify-end">
        <Button onClick={onClose}>{t('palette.close')}</Button>
      </div>
    </Dialog>
  )
}
