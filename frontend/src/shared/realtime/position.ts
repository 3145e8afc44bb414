import type { RealtimeEnvelope } from './events'

const STARTS = new Set(['message.delta', 'tool.started'])
const ENDS = new Set(['message.completed', 'message.failed'])

/**
 * Where this tab stands in the person's stream of events. It survives a reload at the last point
 * where no answer was being written, so that a reload in the middle of one gets all of it again.
 */
export class StreamPosition {
  private last: number | null
  private lastAt = ''
  private readonly unfinished = new Set<string>()

  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem'>,
    private readonly key: string,
  ) {
    const kept = storage.getItem(key)
    this.last = kept === null ? null : Number(kept)
  }

  /** The `seq` to resume after; null when nothing was ever seen. */
  get resumeAfter(): number | null {
    return this.last
  }

  /** True when the event is new, which is then remembered. */
  advance(event: RealtimeEnvelope): boolean {
    // What one socket is told beside the stream comes under the number that it has already.
    const beside = event.seq === this.last && event.at > this.lastAt
    if (this.last !== null && event.seq <= this.last && !beside) return false
    this.last = event.seq
    this.lastAt = event.at
    this.track(event)
    if (this.unfinished.size === 0) this.storage.setItem(this.key, String(event.seq))
    return true
  }

  private track(event: RealtimeEnvelope): void {
    const id = answerOf(event.data)
    if (id === null) return
    if (STARTS.has(event.type)) this.unfinished.add(id)
    if (ENDS.has(event.type)) this.unfinished.delete(id)
  }
}

function answerOf(data: unknown): string | null {
  if (typeof data !== 'object' || data === null) return null
  if ('messageId' in data) return String(data.messageId)
  const message = 'message' in data ? data.message : null
  return typeof message === 'object' && message !== null && 'id' in message
    ? String(message.id)
    : null
}
