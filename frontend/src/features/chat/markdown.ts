/** A part of an answer that stands by itself. */
export type Block =
  | { kind: 'text' | 'quote'; text: string }
  | { kind: 'heading'; text: string; level: number }
  | { kind: 'bullets' | 'numbers'; items: Item[]; start: number }
  | { kind: 'code'; text: string; language: string }
  | { kind: 'table'; head: string[]; rows: string[][] }
  | { kind: 'rule' }

export interface Item {
  text: string
  depth: number
}

const FENCE = /^\s*(`{3,}|~{3,})\s*([\w+#.-]*)/
const HEADING = /^(#{1,6})\s+(.+?)\s*#*$/
const RULE = /^\s*([-*_])(?:\s*\1){2,}\s*$/
const BULLET = /^(\s*)[-*•+]\s+(.*)$/
const NUMBER = /^(\s*)(\d{1,9})[.)]\s+(.*)$/
const QUOTE = /^\s*>\s?(.*)$/
const TABLE_LINE = /^\s*\|(.+)\|\s*$/
const TABLE_RULE = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/

/** Reads the Markdown that models write; what it does not know stays text. */
export function blocksOf(markdown: string): Block[] {
  const lines = markdown.split('\n')
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const fence = FENCE.exec(line)
    if (fence !== null) {
      at = code(lines, at, fence, blocks)
    } else if (TABLE_LINE.test(line) && TABLE_RULE.test(lines[at + 1] ?? '')) {
      at = table(lines, at, blocks)
    } else {
      put(blocks, line, lines[at - 1] ?? '')
      at += 1
    }
  }
  return blocks
}

/** Up to its end, or as far as it has come while it is being written. */
function code(lines: string[], at: number, fence: RegExpExecArray, blocks: Block[]): number {
  const [, mark = '', language = ''] = fence
  const end = lines.findIndex((line, index) => index > at && line.trim() === mark)
  const until = end < 0 ? lines.length : end
  blocks.push({ kind: 'code', text: lines.slice(at + 1, until).join('\n'), language })
  return until + 1
}

function table(lines: string[], at: number, blocks: Block[]): number {
  const from = at + 2
  const rest = lines.slice(from).findIndex((line) => !TABLE_LINE.test(line))
  const until = rest < 0 ? lines.length : from + rest
  blocks.push({
    kind: 'table',
    head: cells(lines[at] ?? ''),
    rows: lines.slice(from, until).map(cells),
  })
  return until
}

function cells(line: string): string[] {
  return (TABLE_LINE.exec(line)?.[1] ?? '').split('|').map((cell) => cell.trim())
}

function put(blocks: Block[], line: string, before: string): void {
  const last = before.trim() === '' ? undefined : blocks.at(-1)
  const list = listLine(line)
  const heading = HEADING.exec(line)
  const quote = QUOTE.exec(line)
  if (line.trim() === '') return
  if (RULE.test(line)) blocks.push({ kind: 'rule' })
  else if (heading !== null) {
    blocks.push({ kind: 'heading', text: heading[2] ?? '', level: heading[1]?.length ?? 1 })
  } else if (list !== null) putItem(blocks, list)
  else if (quote !== null) grow(blocks, last, 'quote', quote[1] ?? '')
  else if (last !== undefined && 'items' in last) {
    const item = last.items.at(-1)
    if (item !== undefined) item.text += `\n${line.trim()}`
  } else grow(blocks, last, 'text', line)
}

function grow(
  blocks: Block[],
  last: Block | undefined,
  kind: 'text' | 'quote',
  text: string,
): void {
  if (last?.kind === kind) last.text += `\n${text}`
  else blocks.push({ kind, text })
}

interface ListLine extends Item {
  kind: 'bullets' | 'numbers'
  start: number
}

function listLine(line: string): ListLine | null {
  const bullet = BULLET.exec(line)
  const number = bullet === null ? NUMBER.exec(line) : null
  const indent = (bullet ?? number)?.[1]
  if (indent === undefined) return null
  const depth = Math.min(3, Math.floor(indent.replaceAll('\t', '    ').length / 2))
  return bullet === null
    ? { kind: 'numbers', text: number?.[3] ?? '', depth, start: Number(number?.[2] ?? 1) }
    : { kind: 'bullets', text: bullet[2] ?? '', depth, start: 1 }
}

/** A list goes on over an empty line; what is indented belongs to it, whatever its own mark. */
function putItem(blocks: Block[], { kind, text, depth, start }: ListLine): void {
  const last = blocks.at(-1)
  const goesOn = last !== undefined && 'items' in last && (last.kind === kind || depth > 0)
  if (goesOn) last.items.push({ text, depth })
  else blocks.push({ kind, items: [{ text, depth }], start })
}

/** A part of a line. */
export type Span =
  | { kind: 'text' | 'strong' | 'em' | 'code' | 'strike'; text: string }
  | { kind: 'link'; text: string; href: string }

const SPANS =
  /(`[^`\n]+`)|(\*\*[^*\n]+\*\*|__[^_\n]+__)|(~~[^~\n]+~~)|(\[[^\]\n]+\]\([^)\s]+\))|(\*[^*\s][^*\n]*\*|(?<!\w)_[^_\s][^_\n]*_(?!\w))|(https?:\/\/[^\s<>"'`)\]]+[^\s<>"'`)\].,;:!?])/g

export function spansOf(text: string): Span[] {
  const spans: Span[] = []
  let from = 0
  for (const match of text.matchAll(SPANS)) {
    if (match.index > from) spans.push({ kind: 'text', text: text.slice(from, match.index) })
    spans.push(spanOf(match))
    from = match.index + match[0].length
  }
  if (from < text.length) spans.push({ kind: 'text', text: text.slice(from) })
  return spans
}

function spanOf([whole, code_, strong, strike, link, em]: RegExpMatchArray): Span {
  if (code_ !== undefined) return { kind: 'code', text: whole.slice(1, -1) }
  if (strong !== undefined) return { kind: 'strong', text: whole.slice(2, -2) }
  if (strike !== undefined) return { kind: 'strike', text: whole.slice(2, -2) }
  if (em !== undefined) return { kind: 'em', text: whole.slice(1, -1) }
  if (link === undefined) return { kind: 'link', text: whole, href: whole }
  const middle = whole.indexOf('](')
  const href = whole.slice(middle + 2, -1)
  return isSafe(href)
    ? { kind: 'link', text: whole.slice(1, middle), href }
    : { kind: 'text', text: whole }
}

/** Only addresses that lead to a page or a mail; never script, data or a path of this app. */
function isSafe(href: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(href) && URL.canParse(href)
}
