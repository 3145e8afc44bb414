import { expect } from '@playwright/test'
import type { APIRequestContext, Page } from '@playwright/test'

import { Outside } from './simulator'
import { AuthenticatorApp } from './totp'

export const PASSWORD = 'four calm blue whales sing'

/** Somebody with a confirmed account, made without the pages that the story walks through. */
export class Person {
  private constructor(
    private readonly request: APIRequestContext,
    readonly outside: Outside,
  ) {}

  static async register(request: APIRequestContext): Promise<Person> {
    const unique = `${Date.now()}${Math.floor(Math.random() * 1000)}`
    const phone = `+1415555${String(1000 + Math.floor(Math.random() * 9000))}`
    const person = new Person(request, new Outside(request, `nora.${unique}@example.com`, phone))
    await person.post('/api/v1/auth/register', {
      displayName: 'Nora Vidal',
      email: person.email,
      password: PASSWORD,
      locale: 'en',
      timeZone: 'Europe/Madrid',
    })
    const link = new URL(await person.outside.confirmationLink())
    await person.post('/api/v1/auth/email/verify', { token: link.searchParams.get('token') })
    return person
  }

  get email(): string {
    return this.outside.email
  }

  /** Proves the phone, in a session of its own. */
  async provePhone(): Promise<void> {
    const { accessToken } = await this.post<{ accessToken: string }>('/api/v1/auth/login', {
      email: this.email,
      password: PASSWORD,
    })
    const number = this.outside.phone
    const numbers = '/api/v1/users/me/phone-numbers'
    const { id } = await this.post<{ id: string }>(numbers, { number }, accessToken)
    const [code] = await this.outside.received(/\b\d{6}\b/)
    await this.post(`${numbers}/${id}/verify`, { code }, accessToken)
  }

  async enterPassword(page: Page, password: string = PASSWORD): Promise<void> {
    await page.goto('/login')
    await page.getByLabel('E-mail').fill(this.email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }

  async signIn(page: Page, password: string = PASSWORD): Promise<void> {
    await this.enterPassword(page, password)
    await isIn(page)
  }

  private async post<T>(path: string, data: object, token?: string): Promise<T> {
    const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` }
    const answer = await this.request.post(path, { data, headers })
    expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true)
    return (await answer.json().catch(() => null)) as T
  }
}

export async function isIn(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: /^Hello/ })).toBeVisible()
}

export async function signOut(page: Page): Promise<void> {
  await page.goto('/settings')
  await page
    .getByRole('button', { name: 'Sign out', exact: true })
    .filter({ visible: true })
    .click()
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible()
}

/** Sets up the authenticator app; answers the app and the backup codes that came with it. */
export async function setUpApp(page: Page): Promise<{ app: AuthenticatorApp; codes: string[] }> {
  await page.goto('/security')
  await page.getByRole('button', { name: 'Set up the authenticator app' }).click()
  await expect(page.getByAltText(/QR code/)).toBeVisible()
  const app = new AuthenticatorApp(await page.getByTestId('totp-secret').innerText())
  await page.getByLabel('Code', { exact: true }).fill(await app.code())
  await page.getByRole('button', { name: 'Confirm', exact: true }).click()
  const list = page.getByRole('list', { name: 'Backup codes' })
  await expect(list.getByRole('listitem')).toHaveCount(10)
  const codes = await list.getByRole('listitem').allInnerTexts()
  await page.getByRole('button', { name: 'I have kept them' }).click()
  return { app, codes }
}
