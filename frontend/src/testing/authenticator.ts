import { vi } from 'vitest'

interface Asked {
  publicKey: Record<string, unknown>
  mediation?: string
  signal?: AbortSignal
}

/** A browser's passkeys as tests play them; what was asked for is kept. */
export class Authenticator {
  readonly created: Asked[] = []
  readonly signed: Asked[] = []
  /** What the next ask ends with, instead of a credential. */
  refusal: Error | null = null
  /** Resolves the waiting suggestion, as if the person had picked it. */
  pick: (() => void) | null = null

  static install({ conditional = false, modern = true } = {}): Authenticator {
    const it = new Authenticator()
    const statics = {
      isConditionalMediationAvailable: () => Promise.resolve(conditional),
      ...(modern && {
        parseCreationOptionsFromJSON: (json: unknown) => json,
        parseRequestOptionsFromJSON: (json: unknown) => json,
      }),
    }
    vi.stubGlobal(
      'PublicKeyCredential',
      Object.assign(() => undefined, statics),
    )
    Object.defineProperty(navigator, 'credentials', {
      configurable: true,
      value: {
        create: (asked: Asked) => it.answer(it.created, asked, modern),
        get: (asked: Asked) =>
          asked.mediation === 'conditional'
            ? it.wait(asked, modern)
            : it.answer(it.signed, asked, modern),
      },
    })
    return it
  }

  static remove(): void {
    vi.unstubAllGlobals()
    Reflect.deleteProperty(navigator, 'credentials')
  }

  private answer(kept: Asked[], asked: Asked, modern: boolean): Promise<object> {
    kept.push(asked)
    const { refusal } = this
    this.refusal = null
    return refusal === null ? Promise.resolve(credential(modern)) : Promise.reject(refusal)
  }

  private wait(asked: Asked, modern: boolean): Promise<object> {
    this.signed.push(asked)
    return new Promise((resolve, reject) => {
      this.pick = () => resolve(credential(modern))
      asked.signal?.addEventListener('abort', () =>
        reject(new DOMException('aborted', 'AbortError')),
      )
    })
  }
}

function credential(modern: boolean): object {
  const known = { id: 'cred-1', type: 'public-key' }
  if (modern) return { ...known, toJSON: () => ({ ...known, response: { signature: 'c2ln' } }) }
  return {
    ...known,
    rawId: bytes('cred-1'),
    getClientExtensionResults: () => ({}),
    response: {
      clientDataJSON: bytes('{}'),
      signature: bytes('sig'),
      userHandle: null,
      getTransports: () => ['internal'],
    },
  }
}

function bytes(text: string): ArrayBuffer {
  return new TextEncoder().encode(text).buffer
}
