import { afterEach, expect, it } from 'vitest'

import { Authenticator } from '@/testing/authenticator'

import { autofillPossible, createPasskey, passkeysPossible, signWithPasskey } from './webauthn'

const request = { challenge: 'AQID', allowCredentials: [{ id: '_-8', type: 'public-key' }] }
const creation = {
  challenge: 'AQID',
  rp: { name: 'Assistant' },
  user: { id: 'AQ', name: 'nora', displayName: 'Nora' },
  pubKeyCredParams: [],
}

afterEach(() => Authenticator.remove())

it('leaves reading and writing to the browser where it can', async () => {
  const authenticator = Authenticator.install()
  expect(await signWithPasskey(request)).toEqual({
    id: 'cred-1',
    type: 'public-key',
    response: { signature: 'c2ln' },
  })
  expect(authenticator.signed[0]?.publicKey).toEqual(request)
})

it('reads and writes by itself where the browser cannot', async () => {
  const authenticator = Authenticator.install({ modern: false })
  expect(await signWithPasskey(request)).toEqual({
    id: 'cred-1',
    rawId: 'Y3JlZC0x',
    type: 'public-key',
    clientExtensionResults: {},
    response: { clientDataJSON: 'e30', signature: 'c2ln', transports: ['internal'] },
  })
  expect(authenticator.signed[0]?.publicKey).toMatchObject({
    challenge: new Uint8Array([1, 2, 3]),
    allowCredentials: [{ id: new Uint8Array([255, 239]) }],
  })
  await createPasskey(creation)
  expect(authenticator.created[0]?.publicKey).toMatchObject({ user: { id: new Uint8Array([1]) } })
})

it('tells apart why there is no passkey', async () => {
  const authenticator = Authenticator.install()
  const refused = async (error: Error): Promise<unknown> => {
    authenticator.refusal = error
    return createPasskey(creation).then(
      () => null,
      (problem: unknown) => problem,
    )
  }
  expect(await refused(new DOMException('', 'NotAllowedError'))).toMatchObject({
    reason: 'cancelled',
  })
  expect(await refused(new DOMException('', 'InvalidStateError'))).toMatchObject({
    reason: 'known',
  })
  expect(await refused(new DOMException('', 'SecurityError'))).toMatchObject({
    reason: 'impossible',
  })
})

it('knows a browser without passkeys', async () => {
  expect(passkeysPossible()).toBe(false)
  expect(await autofillPossible()).toBe(false)
  await expect(signWithPasskey(request)).rejects.toMatchObject({ reason: 'impossible' })
})
