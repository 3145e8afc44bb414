import { expect, test } from '@playwright/test'
import type { APIRequestContext, Page } from '@playwright/test'

import { isAccessible } from './accessible'
import { isIn, PASSWORD, Person } from './person'
import { Outside } from './simulator'

const OWNER = process.env['ASSISTANT_OWNER_EMAIL'] ?? ''

test.skip(OWNER === '', 'ASSISTANT_OWNER_EMAIL names the owner of the suite')

/** Registers the owner, unless an earlier run has done so. */
async function ownerExists(request: APIRequestContext): Promise<void> {
  const credentials = { email: OWNER, password: PASSWORD }
  const known = await request.post('/api/v1/auth/login', { data: credentials })
  if (known.ok()) return
  const account = { displayName: 'Olga Owner', locale: 'en', timeZone: 'Europe/Madrid' }
  await request.post('/api/v1/auth/register', { data: { ...account, ...credentials } })
  const outside = new Outside(request, OWNER, '+14155550000')
  const token = new URL(await outside.confirmationLink()).searchParams.get('token')
  const verified = await request.post('/api/v1/auth/email/verify', { data: { token } })
  expect(verified.ok()).toBe(true)
}

async function signInAsOwner(page: Page): Promise<void> {
  await ownerExists(page.request)
  await page.context().clearCookies()
  // What the owner may do reaches the token with the next sign-in after the account was made.
  await expect(async () => {
    await page.goto('/login')
    await page.getByLabel('E-mail').fill(OWNER)
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await isIn(page)
    await page.goto('/admin/users')
    await expect(page.getByRole('search')).toBeVisible({ timeout: 5_000 })
  }).toPass({ timeout: 90_000 })
}

/** Does what may need a recent sign-in; a dialog asks for it. */
async function proving(page: Page, act: () => Promise<void>): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Is it you?' })
  await page.addLocatorHandler(dialog, async () => {
    await dialog.getByLabel('Password').fill(PASSWORD)
    await page.keyboard.press('Enter')
  })
  await act()
  await page.removeLocatorHandler(dialog)
}

async function find(page: Page, email: string): Promise<void> {
  await expect(async () => {
    await page.goto('/admin/users')
    await page.getByLabel('Name or e-mail').fill(email)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main').getByText(email)).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 60_000 })
  const hers = page.getByRole('main').getByRole('listitem').filter({ hasText: email })
  await hers.getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'Nora Vidal' })).toBeVisible()
}

test('is hidden from whoever has nothing to do there', async ({ page, request }) => {
  const nora = await Person.register(request)
  await nora.signIn(page)
  await expect(page.getByRole('link', { name: 'Administration' })).toHaveCount(0)
  await page.goto('/admin/users')
  await expect(page.getByText('This is not for your role')).toBeVisible()
  await isAccessible(page)
})

test('finds, suspends and reinstates somebody', async ({ page, request, browser, baseURL }) => {
  const nora = await Person.register(request)
  const other = await browser.newContext({ ...(baseURL !== undefined && { baseURL }) })
  const hers = await other.newPage()
  await nora.signIn(hers)

  await signInAsOwner(page)
  await isAccessible(page)
  await find(page, nora.email)
  await isAccessible(page)
  await proving(page, async () => {
    await page.getByLabel('Reason').fill('Asked us to')
    await page.getByRole('button', { name: 'Suspend', exact: true }).click()
    await expect(page.getByText('This account is suspended.')).toBeVisible()
  })
  await expect(hers.getByText('This session was ended.', { exact: false })).toBeVisible({
    timeout: 60_000,
  })
  await isAccessible(page)
  await proving(page, async () => {
    await page.getByRole('button', { name: 'Reinstate' }).click()
    await expect(page.getByRole('button', { name: 'Suspend', exact: true })).toBeVisible()
  })
  await expect(async () => {
    await nora.signIn(hers)
  }).toPass({ timeout: 60_000 })
  await other.close()
})

test('makes a role, gives it, and takes it away', async ({ page, request }) => {
  const nora = await Person.register(request)
  const name = `DESK_${Date.now()}`
  await signInAsOwner(page)
  await page.goto('/admin/roles')
  await page.getByRole('button', { name: 'New role' }).click()
  const editor = page.getByRole('dialog', { name: 'New role' })
  await editor.getByLabel('Name', { exact: true }).fill(name)
  await editor.getByLabel('What it is for').fill('Looks after people')
  await editor.getByLabel('users:read', { exact: true }).check()
  await isAccessible(page)
  await proving(page, async () => {
    await editor.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('heading', { name })).toBeVisible()
  })
  await isAccessible(page)

  await find(page, nora.email)
  await proving(page, async () => {
    await page.getByLabel(name, { exact: true }).check()
    await page.getByRole('button', { name: 'Save roles' }).click()
    await expect(async () => {
      await page.reload()
      await expect(page.getByLabel(name, { exact: true })).toBeChecked({ timeout: 3_000 })
    }).toPass()
    await page.getByLabel(name, { exact: true }).uncheck()
    await page.getByRole('button', { name: 'Save roles' }).click()
    await expect(async () => {
      await page.reload()
      await expect(page.getByLabel(name, { exact: true })).not.toBeChecked({ timeout: 3_000 })
    }).toPass()
    await page.goto('/admin/roles')
    await page.getByRole('button', { name: `Delete ${name}` }).click()
    await expect(page.getByRole('heading', { name })).toBeHidden()
  })
})

test('reads, verifies and downloads the audit log', async ({ page }) => {
  await signInAsOwner(page)
  await page.goto('/admin/audit')
  await expect(page.getByRole('list', { name: 'Audit log' })).toBeVisible()
  await page.getByText('Details').first().click()
  await page.getByRole('button', { name: 'Verify the log' }).click()
  await expect(page.getByText(/^Unbroken:/)).toBeVisible({ timeout: 60_000 })
  await isAccessible(page)
  const file = page.waitForEvent('download')
  await proving(page, async () => {
    await page.getByRole('button', { name: 'Download as CSV' }).click()
    expect((await file).suggestedFilename()).toMatch(/^audit-log-.*\.csv$/)
  })
})

test('sees threats and privacy requests', async ({ page }) => {
  await signInAsOwner(page)
  for (const [path, title] of [
    ['/admin/threats', 'Threats'],
    ['/admin/privacy', 'Privacy requests'],
  ] as const) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByRole('combobox').first()).toBeVisible()
    await isAccessible(page)
  }
})
