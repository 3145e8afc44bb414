import { Fragment } from 'react'
import type { ReactNode } from 'react'

/**
 * Shows the little Markdown that answers use (paragraphs, lists, bold, code) as elements; anything
 * else stays the text that it is, so nothing in an answer can become markup.
 */
export function RichText({ text }: { text: string }) {
  return (
    <div className="grid gap-2.5 leading-relaxed">
      {blocksOf(text).map((block) => (
        <Fragment key={block.key}>{renderBlock(block)}</Fragment>
      ))}
    </div>
  )
}

interface Block {
  key: number
  kind: 'text' | 'bullets' | 'numbers' | 'code'
  lines: string[]
}

const BULLET = /^\s*[-*•]\s+/
const NUMBER = /^\s*\d+[.)]\s+/
const FENCE = /^\s*```/

function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let kind: Block['kind'] | null = null
  const put = (next: Block['kind'], line: string | null): void => {
    const last = blocks.at(-1)
    if (kind === next && last !== undefined && line !== null) last.lines.push(line)
    else blocks.push({ key: blocks.length, kind: next, lines: line === null ? [] : [line] })
    kind = next
  }
  for (const line of text.split('\n')) {
    if (FENCE.test(line)) {
      if (kind === 'code') kind = null
      else put('code', null)
    } else if (kind === 'code') put('code', line)
    else if (line.trim() === '') kind = null
    else put(kindOf(line), line.replace(kindOf(line) === 'numbers' ? NUMBER : BULLET, ''))
  }
  return blocks
}

function kindOf(line: string): Block['kind'] {
  if (BULLET.test(line)) return 'bullets'
  return NUMBER.test(line) ? 'numbers' : 'text'
}

function renderBlock({ kind, lines }: Block): ReactNode {
  if (kind === 'code') {
    return (
      <pre className="overflow-x-auto rounded-xl bg-sunken p-3 font-mono text-sm">
        {lines.join('\n')}
      </pre>
    )
  }
  if (kind === 'text') {
    return <p className="whitespace-pre-line">{inline(lines.join('\n'))}</p>
  }
  const items = lines.map((line, at) => (
    // Lines of a list have no other identity than their place.
    // oxlint-disable-next-line react/no-array-index-key
    <li key={at}>{inline(line)}</li>
  ))
  return kind === 'numbers' ? (
    <ol className="grid list-decimal gap-1 pl-5 marker:text-soft">{items}</ol>
  ) : (
    <ul className="grid list-disc gap-1 pl-5 marker:text-accent">{items}</ul>
  )
}

function inline(text: string): ReactNode[] {
  return text.split(/(\*\*[^*]+\*\*|`[^`]+`)/).map((part, at) => {
    const key = `${at}`
    if (part.startsWith('**') && part.length > 4) {
      return <strong key={key}>{part.slice(2, -2)}</strong>
    }
    if (part.startsWith('`') && part.length > 2) {
      return (
        <code key={key} className="rounded bg-sunken px-1 font-mono text-[0.9em]">
          {part.slice(1, -1)}
        </code>
      )
    }
    return <Fragment key={key}>{part}</Fragment>
  })
}
