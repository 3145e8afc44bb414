import { useFocus } from '@/shared/focus/focusStore'
import { StartForm } from '@/shared/focus/StartForm'
import { useText } from '@/shared/i18n/i18n'
import { Button } from '@/shared/ui/Button'
import { Dialog } from '@/shared/ui/Dialog'

const close = (): void => useFocus.setState({ wish: null })

/** The choice of how to focus, from any page. */
export function StartDialog({ taskId }: { taskId: string | null }) {
  const t = useText()
  return (
    <Dialog title={t('focus.startTitle')} onClose={close}>
      <StartForm taskId={taskId} onStarted={close}>
        <Button look="quiet" onClick={close}>
          {t('common.cancel')}
        </Button>
      </StartForm>
    </Dialog>
  )
}
