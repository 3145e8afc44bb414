import { expect } from '@playwright/test'
import type { APIRequestContext } from '@playwright/test'

const simulator = process.env['SIMULATOR_URL'] ?? 'http://localhost:8090'

interface Mail {
  text: string
  html: string
}

interface PhoneMessage {
  body: string
  direction: string
}

/** The outside world as the simulator plays it: the mailbox and the phone of one person. */
export class Outside {
  constructor(
    private readonly request: APIRequestContext,
    readonly email: string,
    readonly phone: string,
  ) {}

  /** The address in the mail that confirms the account. */
  confirmationLink(): Promise<string> {
    return this.link('verify(?:-email)?')
  }

  /** The address of a page in the latest mail that has one. */
  async link(page: string, to: string = this.email): Promise<string> {
    const pattern = new RegExp(`https?://[^\\s"<>]+/${page}\\?token=[\\w.~%-]+`)
    const address = `${simulator}/api/mails?to=${encodeURIComponent(to)}`
    let link: string | undefined
    await expect(async () => {
      const { items } = await this.read<Mail>(address)
      link = items.map((mail) => pattern.exec(mail.text)?.[0]).find((it) => it !== undefined)
      expect(link).toBeDefined()
    }).toPass({ timeout: 60_000 })
    return link ?? ''
  }

  /** The latest text message to the phone that matches. */
  async received(pattern: RegExp): Promise<RegExpExecArray> {
    const address = `${simulator}/api/phone/messages?number=${encodeURIComponent(this.phone)}`
    let found: RegExpExecArray | null | undefined
    await expect(async () => {
      const { items } = await this.read<PhoneMessage>(address)
      found = items
        .filter((message) => message.direction.startsWith('outbound'))
        .map((message) => pattern.exec(message.body))
        .find((it) => it !== null)
      expect(found).toBeTruthy()
    }).toPass({ timeout: 60_000 })
    if (found == null) throw new Error('no message')
    return found
  }

  async text(body: string): Promise<void> {
    const { items } = await this.read<{ number: string }>(`${simulator}/api/phone/numbers`)
    const answer = await this.request.post(`${simulator}/api/phone/messages`, {
      data: { from: this.phone, to: items[0]?.number, body },
    })
    expect(answer.ok()).toBe(true)
  }

  /** Puts an hour at noon tomorrow into the simulated Google calendar. */
  async appointment(summary: string): Promise<void> {
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Madrid' }).format(
      Date.now() + 24 * 60 * 60 * 1000,
    )
    const answer = await this.request.post(`${simulator}/api/google/events`, {
      data: {
        summary,
        start: { dateTime: `${day}T12:00:00Z` },
        end: { dateTime: `${day}T13:00:00Z` },
      },
    })
    expect(answer.ok()).toBe(true)
  }

  private async read<T>(address: string): Promise<{ items: T[] }> {
    const answer = await this.request.get(address)
    expect(answer.ok()).toBe(true)
    return (await answer.json()) as { items: T[] }
  }
}
