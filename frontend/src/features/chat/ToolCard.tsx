import type { ToolCall } from '@/shared/api/types'
import { hasText, useText } from '@/shared/i18n/i18n'
import { Icon } from '@/shared/ui/Icon'
import type { IconName } from '@/shared/ui/Icon'

/** What the assistant did to answer: its name at a glance, the details on demand. */
export function ToolCard({ call }: { call: ToolCall }) {
  const t = useText()
  const known = `tools.${call.name}`
  const name = hasText(known) ? t(known) : call.name.replaceAll(/[_-]/g, ' ')
  const state = states[call.status]
  const subject = subjectOf(call)
  return (
    <details className="group rounded-2xl border border-line bg-surface">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-3 rounded-2xl px-3.5 py-2 [&::-webkit-details-marker]:hidden">
        <span
          className={`grid size-8 shrink-0 place-items-center rounded-full ${state === 'failed' ? 'bg-wait-soft text-wait' : 'bg-accent-soft text-accent'}`}
        >
          <Icon
            name={iconOf(call.name)}
            className={`size-[1.125rem] ${state === 'running' ? 'animate-breathe' : ''}`}
          />
        </span>
        <span className="min-w-0 flex-1">
          <span className="block text-sm text-soft">{name}</span>
          {subject !== null && <span className="block truncate font-medium">{subject}</span>}
        </span>
        <span className="text-sm text-soft">{t(`chat.tool.${state}`)}</span>
      </summary>
      <div className="grid gap-2 border-t border-line px-3.5 py-3">
        <Detail title={t('chat.tool.asked')} value={call.arguments} />
        <Detail title={t('chat.tool.answered')} value={call.result} />
      </div>
    </details>
  )
}

function Detail({ title, value }: { title: string; value: unknown }) {
  if (value == null || value === '') return null
  const shown = parsed(value)
  return (
    <div>
      <p className="text-xs text-soft">{title}</p>
      <pre className="mt-1 max-h-56 overflow-auto rounded-lg bg-sunken p-2.5 font-mono text-xs whitespace-pre-wrap">
        {typeof shown === 'string' ? shown : JSON.stringify(shown, null, 2)}
      </pre>
    </div>
  )
}

const states = { RUNNING: 'running', COMPLETED: 'done', FAILED: 'failed' } as const

function iconOf(name: string): IconName {
  if (/remind/i.test(name)) return 'bell'
  if (/calendar|agenda|event/i.test(name)) return 'calendar'
  if (/task|next/i.test(name)) return 'tasks'
  return 'spark'
}

/** The title of what the call was about, where its result or arguments tell one. */
function subjectOf(call: ToolCall): string | null {
  for (const source of [parsed(call.result), parsed(call.arguments)]) {
    for (const holder of [source, property(source, 'task'), property(source, 'reminder')]) {
      for (const name of ['title', 'text', 'query']) {
        const value = property(holder, name)
        if (typeof value === 'string' && value !== '') return value
      }
    }
  }
  return null
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
}
