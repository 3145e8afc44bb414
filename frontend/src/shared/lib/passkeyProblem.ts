/** Why a passkey could not be used: the person stopped it, it is here already, or it cannot be. */
export type PasskeyReason = 'cancelled' | 'known' | 'impossible'

export class PasskeyProblem extends Error {
  constructor(
    readonly reason: PasskeyReason,
    options?: ErrorOptions,
  ) {
    super(reason, options)
  }
}
