import { useId, useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'

interface Props {
  title: string
  lead?: ReactNode
  onClose: () => void
  children: ReactNode
  /** True when this is all that a print of the page should show. */
  printable?: boolean
}

/** A modal dialog: keeps the focus inside, closes by Escape, and gives the focus back. */
export function Dialog({ title, lead, onClose, children, printable = false }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    const element = dialog.current
    if (element === null) return undefined
    if ('showModal' in element) element.showModal()
    else (element as HTMLElement).setAttribute('open', '')
    return () => {
      if ('close' in element) element.close()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      data-print={printable ? '' : undefined}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      className="m-auto max-h-[90dvh] w-[min(28rem,calc(100vw-2rem))] overflow-y-auto rounded-2xl border border-line bg-surface p-5 text-ink shadow-card sm:p-6"
    >
      <h2 id={id} className="text-xl leading-tight font-semibold tracking-tight">
        {title}
      </h2>
      {lead !== undefined && <p className="mt-1.5 text-soft">{lead}</p>}
      <div className="mt-5">{children}</div>
    </dialog>
  )
}
