import { PasskeyProblem } from './passkeyProblem'
import type { PasskeyReason } from './passkeyProblem'

/** Options as the service gives them; what is in them WebAuthn defines, not the service's document. */
type Options = Record<string, unknown>

export function passkeysPossible(): boolean {
  return 'PublicKeyCredential' in globalThis && 'credentials' in navigator
}

/** True where the browser offers passkeys while one fills in the address. */
export async function autofillPossible(): Promise<boolean> {
  if (!passkeysPossible() || !('isConditionalMediationAvailable' in PublicKeyCredential)) {
    return false
  }
  return PublicKeyCredential.isConditionalMediationAvailable().catch(() => false)
}

/** Makes a passkey on this device (WebAuthn §5.1.3). */
export async function createPasskey(options: Options): Promise<RegistrationResponseJSON> {
  return (await ask(() =>
    navigator.credentials.create({
      publicKey: creationOptions(options as unknown as PublicKeyCredentialCreationOptionsJSON),
    }),
  )) as RegistrationResponseJSON
}

interface Asking {
  /** Waits for a passkey to be chosen from the browser's suggestions. */
  conditional?: boolean
  signal?: AbortSignal
}

/** Has a passkey sign the challenge (WebAuthn §5.1.4). */
export async function signWithPasskey(
  options: Options,
  { conditional = false, signal }: Asking = {},
): Promise<AuthenticationResponseJSON> {
  return (await ask(() =>
    navigator.credentials.get({
      publicKey: requestOptions(options as unknown as PublicKeyCredentialRequestOptionsJSON),
      ...(conditional && { mediation: 'conditional' as const }),
      ...(signal !== undefined && { signal }),
    }),
  )) as AuthenticationResponseJSON
}

async function ask(work: () => Promise<Credential | null>): Promise<object> {
  if (!passkeysPossible()) throw new PasskeyProblem('impossible')
  try {
    const credential = await work()
    if (credential === null) throw new PasskeyProblem('cancelled')
    return toJson(credential as PublicKeyCredential)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    throw new PasskeyProblem(reasons[error.name] ?? 'impossible', { cause: error })
  }
}

const reasons: Record<string, PasskeyReason> = {
  NotAllowedError: 'cancelled',
  AbortError: 'cancelled',
  InvalidStateError: 'known',
}

function creationOptions(
  json: PublicKeyCredentialCreationOptionsJSON,
): PublicKeyCredentialCreationOptions {
  if ('parseCreationOptionsFromJSON' in PublicKeyCredential) {
    return PublicKeyCredential.parseCreationOptionsFromJSON(json)
  }
  return {
    ...(json as unknown as PublicKeyCredentialCreationOptions),
    challenge: bytes(json.challenge),
    user: { ...json.user, id: bytes(json.user.id) },
    excludeCredentials: descriptors(json.excludeCredentials),
  }
}

function requestOptions(
  json: PublicKeyCredentialRequestOptionsJSON,
): PublicKeyCredentialRequestOptions {
  if ('parseRequestOptionsFromJSON' in PublicKeyCredential) {
    return PublicKeyCredential.parseRequestOptionsFromJSON(json)
  }
  return {
    ...(json as unknown as PublicKeyCredentialRequestOptions),
    challenge: bytes(json.challenge),
    allowCredentials: descriptors(json.allowCredentials),
  }
}

function descriptors(
  known: PublicKeyCredentialDescriptorJSON[] = [],
): PublicKeyCredentialDescriptor[] {
  return known.map((it) => ({
    type: 'public-key',
    id: bytes(it.id),
    ...(it.transports !== undefined && { transports: it.transports as AuthenticatorTransport[] }),
  }))
}

function toJson(credential: PublicKeyCredential): object {
  const able: Partial<Pick<PublicKeyCredential, 'toJSON'>> = credential
  if (able.toJSON !== undefined) return credential.toJSON()
  const { id, rawId, type, response } = credential
  const parts = response as AuthenticatorAttestationResponse & AuthenticatorAssertionResponse
  const names = [
    'clientDataJSON',
    'attestationObject',
    'authenticatorData',
    'signature',
    'userHandle',
  ] as const
  const body = Object.fromEntries(
    names.flatMap((name) => {
      const part = (parts as Partial<Record<typeof name, ArrayBuffer | null>>)[name]
      return part == null ? [] : [[name, base64url(part)]]
    }),
  )
  const transports = 'getTransports' in parts ? { transports: parts.getTransports() } : {}
  return {
    id,
    rawId: base64url(rawId),
    type,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: { ...body, ...transports },
  }
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (it) => it.codePointAt(0) ?? 0)
}

function base64url(buffer: ArrayBuffer): string {
  const binary = Array.from(new Uint8Array(buffer), (it) => String.fromCodePoint(it)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
