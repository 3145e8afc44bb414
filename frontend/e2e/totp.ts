import { createHmac } from 'node:crypto'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** An authenticator app (RFC 6238): never shows the same code twice, as each works once. */
export class AuthenticatorApp {
  private last = 0

  constructor(private readonly secret: string) {}

  /** A code that was not used yet, of this step or the next: it holds for half a minute at least. */
  async code(): Promise<string> {
    for (;;) {
      const now = Math.floor(Date.now() / 30_000)
      const step = Math.max(this.last + 1, now)
      if (step <= now + 1) {
        this.last = step
        return codeOf(this.secret, step)
      }
      await new Promise((resolve) => {
        setTimeout(resolve, 1000)
      })
    }
  }
}

function codeOf(secret: string, step: number): string {
  const bits = Array.from(secret.replaceAll(/[\s=]/g, '').toUpperCase(), (it) =>
    ALPHABET.indexOf(it).toString(2).padStart(5, '0'),
  ).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((it) => Number.parseInt(it, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', key).update(counter).digest()
  const offset = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
