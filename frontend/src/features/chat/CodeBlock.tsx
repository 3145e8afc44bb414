import { useState } from 'react'

import { useText } from '@/shared/i18n/i18n'
import { Button } from '@/shared/ui/Button'

/** Code as it is, in a box of its own that can be scrolled by the keys and copied. */
export function CodeBlock({ text, language }: { text: string; language: string }) {
  const t = useText()
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <div className="min-w-0 overflow-hidden rounded-xl bg-sunken">
      <div className="flex items-center justify-between pl-3">
        <span className="font-mono text-sm text-soft">{language}</span>
        <Button look="quiet" icon={copied ? 'check' : 'copy'} onClick={() => void copy()}>
          <span role="status" className="text-sm">
            {t(copied ? 'chat.copied' : 'chat.copyCode')}
          </span>
        </Button>
      </div>
      {/* What is wider than the page is scrolled, by the keys too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} className="overflow-x-auto px-3 pb-3 font-mono text-sm">
        <code>{text}</code>
      </pre>
    </div>
  )
}
