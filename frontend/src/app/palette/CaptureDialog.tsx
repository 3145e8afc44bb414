import { useText } from '@/shared/i18n/i18n'
import { QuickCapture } from '@/shared/tasks/QuickCapture'
import { Button } from '@/shared/ui/Button'
import { Dialog } from '@/shared/ui/Dialog'

/** The one field for whatever is on one's mind, without leaving the page. */
export function CaptureDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  return (
    <Dialog title={t('keys.capture')} onClose={onClose}>
      <QuickCapture />
      <div className="mt-5 flex justify-end">
        <Button onClick={onClose}>{t('palette.close')}</Button>
      </div>
    </Dialog>
  )
}
