import type { CDPSession, Page } from '@playwright/test'

/** Chromium's virtual authenticator: a fingerprint sensor that the test presses. */
export class VirtualAuthenticator {
  private constructor(
    private readonly cdp: CDPSession,
    private readonly authenticatorId: string,
  ) {}

  static async attach(page: Page): Promise<VirtualAuthenticator> {
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('WebAuthn.enable')
    const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: false,
      },
    })
    return new VirtualAuthenticator(cdp, authenticatorId)
  }

  /** Does the work with a finger on the sensor; without one, suggestions wait as in real life. */
  async touching(work: () => Promise<void>): Promise<void> {
    await this.press(true)
    await work()
    await this.press(false)
  }

  private async press(enabled: boolean): Promise<void> {
    const { authenticatorId } = this
    await this.cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled })
  }
}
