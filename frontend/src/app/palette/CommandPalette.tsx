import { useId, useState } from 'react'
import type { KeyboardEvent } from 'react'

import { useText } from '@/shared/i18n/i18n'
import { Dialog } from '@/shared/ui/Dialog'
import { Icon } from '@/shared/ui/Icon'

import { matching, useCommands } from './commands'
import type { Command } from './commands'
import type { Overlay } from './overlay'

interface Props {
  onClose: () => void
  onOpen: (overlay: Overlay) => void
}

const SHOWN = 8
const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

/** Finds whatever can be done from anywhere by a few letters. */
export function CommandPalette({ onClose, onOpen }: Props) {
  const t = useText()
  const id = useId()
  const [wish, setWish] = useState('')
  const [at, setAt] = useState(0)
  const found = matching(useCommands(onOpen), wish).slice(0, SHOWN)
  const chosen = found[Math.min(at, found.length - 1)]
  const run = (command: Command): void => {
    onClose()
    command.run()
  }
  const press = (event: KeyboardEvent): void => {
    const step = steps[event.key]
    if (step !== undefined && found.length > 0) {
      event.preventDefault()
      setAt((at + step + found.length) % found.length)
    } else if (event.key === 'Enter' && chosen !== undefined && !event.nativeEvent.isComposing) {
      event.preventDefault()
      run(chosen)
    }
  }
  return (
    <Dialog title={t('palette.title')} onClose={onClose}>
      <input
        role="combobox"
        aria-label={t('palette.wish')}
        aria-expanded={found.length > 0}
        aria-controls={id}
        aria-activedescendant={chosen === undefined ? undefined : `${id}-${chosen.id}`}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={t('palette.wish')}
        value={wish}
        onChange={(event) => {
          setWish(event.target.value)
          setAt(0)
        }}
        onKeyDown={press}
        className="min-h-11 w-full rounded-xl border border-line-strong bg-bg px-3"
      />
      <div id={id} role="listbox" aria-label={t('palette.title')} className="mt-3 grid gap-0.5">
        {found.map((command) => (
          <button
            type="button"
            tabIndex={-1}
            key={command.id}
            id={`${id}-${command.id}`}
            role="option"
            aria-selected={command === chosen}
            onPointerMove={() => setAt(found.indexOf(command))}
            onClick={() => run(command)}
            className="flex min-h-11 cursor-pointer items-center gap-3 rounded-xl px-3 text-left text-soft aria-selected:bg-accent-soft aria-selected:text-accent"
          >
            <Icon name={command.icon} />
            <span className="min-w-0 flex-1 truncate">{command.label}</span>
          </button>
        ))}
      </div>
      <p role="status" className="mt-3 text-sm text-soft empty:mt-0">
        {found.length === 0 && t('palette.nothing')}
      </p>
    </Dialog>
  )
}
