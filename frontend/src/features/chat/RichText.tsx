import { Fragment, memo } from 'react'
import type { ReactNode } from 'react'

import { CodeBlock } from './CodeBlock'
import { blocksOf, spansOf } from './markdown'
import type { Block, Item, Span } from './markdown'

/**
 * Shows the Markdown of an answer as elements; anything else stays the text that it is, so nothing in
 * an answer can become markup.
 */
export const RichText = memo(function RichText({ text }: { text: string }) {
  return (
    <div className="grid grid-cols-1 gap-2.5 leading-relaxed">
      {ranked(blocksOf(text)).map((block, at) => (
        // Blocks have no other identity than their place.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={at}>{renderBlock(block)}</Fragment>
      ))}
    </div>
  )
})

/** Headings stand below that of the page, and none skips a level, however many marks it was given. */
function ranked(blocks: Block[]): Block[] {
  const marks = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []))
  const highest = Math.min(...marks)
  let before = 1
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block
    before = Math.min(before + 1, block.level - highest + 2)
    return { ...block, level: before }
  })
}

function renderBlock(block: Block): ReactNode {
  switch (block.kind) {
    case 'code':
      return <CodeBlock text={block.text} language={block.language} />
    case 'heading':
      return <Heading {...block} />
    case 'rule':
      return <hr className="border-line" />
    case 'quote':
      return (
        <blockquote className="border-l-4 border-line pl-3 whitespace-pre-line text-soft">
          {inline(block.text)}
        </blockquote>
      )
    case 'table':
      return <Table head={block.head} rows={block.rows} />
    case 'text':
      return <p className="whitespace-pre-line">{inline(block.text)}</p>
    default:
      return <List {...block} />
  }
}

function Heading({ text, level }: { text: string; level: number }) {
  return (
    <p role="heading" aria-level={level} className="mt-1 text-lg font-semibold">
      {inline(text)}
    </p>
  )
}

const indents = ['', 'ml-5', 'ml-10', 'ml-15']

interface ListProps {
  kind: 'bullets' | 'numbers'
  items: Item[]
  start: number
}

function List({ kind, items, start }: ListProps) {
  const lines = items.map(({ text, depth }, at) => (
    <li
      // Lines of a list have no other identity than their place.
      // oxlint-disable-next-line react/no-array-index-key
      key={at}
      className={`whitespace-pre-line ${depth > 0 ? `${indents[depth]} list-[circle]` : ''}`}
    >
      {inline(text)}
    </li>
  ))
  return kind === 'numbers' ? (
    <ol start={start} className="grid list-decimal gap-1 pl-6 marker:text-soft">
      {lines}
    </ol>
  ) : (
    <ul className="grid list-disc gap-1 pl-5 marker:text-accent">{lines}</ul>
  )
}

function Table({ head, rows }: { head: string[]; rows: string[][] }) {
  return (
    // What is wider than the page is scrolled, by the keys too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div tabIndex={0} className="overflow-x-auto rounded-xl border border-line">
      <table className="w-full text-left text-[0.9375rem]">
        <thead className="bg-sunken">
          <tr>{cellsOf(head, 'th')}</tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row, at) => (
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={at}>{cellsOf(row, 'td')}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function cellsOf(texts: string[], Cell: 'th' | 'td'): ReactNode {
  return texts.map((text, at) => (
    // oxlint-disable-next-line react/no-array-index-key
    <Cell key={at} className="px-3 py-1.5 align-top">
      {inline(text)}
    </Cell>
  ))
}

function inline(text: string): ReactNode[] {
  // oxlint-disable-next-line react/no-array-index-key
  return spansOf(text).map((span, at) => <Fragment key={at}>{renderSpan(span)}</Fragment>)
}

function renderSpan(span: Span): ReactNode {
  switch (span.kind) {
    case 'strong':
      return <strong>{span.text}</strong>
    case 'em':
      return <em>{span.text}</em>
    case 'strike':
      return <s>{span.text}</s>
    case 'code':
      return <code className="rounded bg-sunken px-1 font-mono text-[0.9em]">{span.text}</code>
    case 'link':
      return (
        <a
          href={span.href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="text-accent underline underline-offset-2"
        >
          {span.text}
        </a>
      )
    default:
      return span.text
  }
}
