import { useText } from '@/shared/i18n/i18n'
import { Button } from '@/shared/ui/Button'
import { Dialog } from '@/shared/ui/Dialog'

import { CopyButton } from './CopyButton'

interface Props {
  codes: string[]
  onClose: () => void
}

/** Shows backup codes the only time that they can be seen. */
export function CodesDialog({ codes, onClose }: Props) {
  const t = useText()
  const text = codes.join('\n')
  return (
    <Dialog
      title={t('security.codes.title')}
      lead={t('security.codes.once')}
      onClose={onClose}
      printable
    >
      <ul
        aria-label={t('security.codes.title')}
        className="grid grid-cols-2 gap-2 rounded-xl bg-sunken p-4 font-mono tabular-nums"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-1 print:hidden">
        <CopyButton text={text} label={t('security.codes.copy')} />
        <Button look="quiet" icon="download" onClick={() => download(text)}>
          {t('security.codes.download')}
        </Button>
        <Button look="quiet" icon="print" onClick={() => globalThis.print()}>
          {t('security.codes.print')}
        </Button>
      </div>
      <Button look="primary" onClick={onClose} className="mt-4 w-full print:hidden">
        {t('security.codes.kept')}
      </Button>
    </Dialog>
  )
}

function download(text: string): void {
  const address = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'backup-codes.txt'
  link.click()
  URL.revokeObjectURL(address)
}
