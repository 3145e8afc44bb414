import { useState } from 'react'

import { useText } from '@/shared/i18n/i18n'
import { Button } from '@/shared/ui/Button'

interface Props {
  text: string
  label: string
}

/** Copies, and says that it did. */
export function CopyButton({ text, label }: Props) {
  const t = useText()
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <>
      <Button look="quiet" icon={copied ? 'check' : 'copy'} onClick={() => void copy()}>
        {label}
      </Button>
      <span role="status" className="sr-only">
        {copied && t('security.copied')}
      </span>
    </>
  )
}
