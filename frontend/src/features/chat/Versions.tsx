import { useText } from '@/shared/i18n/i18n'
import { IconButton } from '@/shared/ui/Button'

import { showVersion } from './branches'
import type { Line } from './thread'

/** Which of several versions is shown, and the way to the others. */
export function Versions({ line }: { line: Line }) {
  const t = useText()
  const { siblingIds, conversationId } = line
  const at = siblingIds.indexOf(line.id)
  if (siblingIds.length < 2 || at < 0) return null
  const go = (id: string | undefined): void => {
    if (id !== undefined) void showVersion(conversationId, id)
  }
  const version = t('chat.version', { at: at + 1, count: siblingIds.length })
  return (
    <span role="group" aria-label={version} className="inline-flex items-center text-sm text-soft">
      <IconButton
        icon="back"
        label={t('chat.earlierVersion')}
        disabled={at === 0}
        onClick={() => go(siblingIds[at - 1])}
      />
      <span aria-hidden="true" className="tabular-nums">
        {at + 1}/{siblingIds.length}
      </span>
      <IconButton
        icon="forward"
        label={t('chat.laterVersion')}
        disabled={at === siblingIds.length - 1}
        onClick={() => go(siblingIds[at + 1])}
      />
    </span>
  )
}
