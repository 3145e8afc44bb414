import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'

import { isAccessible } from './accessible'
import { VirtualAuthenticator } from './passkeys'
import { PASSWORD, Person, isIn, setUpApp, signOut } from './person'

const NEW_PASSWORD = 'seven slow green turtles hum'

async function chooseWay(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible()
  const other = page.getByRole('button', { name, exact: true })
  if (await other.isVisible()) await other.click()
}

test('signs in by the app, then by a backup code, then needs neither', async ({
  page,
  request,
}) => {
  const nora = await Person.register(request)
  await nora.signIn(page)
  const { app, codes } = await setUpApp(page)
  await expect(page.getByText('10 codes left.')).toBeVisible()
  await isAccessible(page)

  await signOut(page)
  await nora.enterPassword(page)
  await chooseWay(page, 'Code from the authenticator app')
  await expect(page.getByRole('button', { name: 'Code by text message' })).toBeHidden()
  await isAccessible(page)
  await page.getByLabel('Code', { exact: true }).fill('000000')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('4 tries left')
  await page.getByLabel('Code', { exact: true }).fill(await app.code())
  await page.keyboard.press('Enter')
  await isIn(page)

  await signOut(page)
  await nora.enterPassword(page)
  await chooseWay(page, 'Backup code')
  await page.getByLabel('Backup code').fill(codes[0] ?? '')
  await page.getByLabel('Do not ask on this device for 30 days').check()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await isIn(page)

  await signOut(page)
  await nora.signIn(page)
  await page.goto('/security')
  await expect(page.getByText('9 codes left.')).toBeVisible()
  await page.getByRole('button', { name: /^Ask on .* again$/ }).click()
  await expect(page.getByText('Every device is asked for the second step.')).toBeVisible()
  await signOut(page)
  await nora.enterPassword(page)
  await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible()
})

test('is sent back to the start after five wrong codes', async ({ page, request }) => {
  const nora = await Person.register(request)
  await nora.signIn(page)
  await setUpApp(page)
  await signOut(page)
  await nora.enterPassword(page)
  await chooseWay(page, 'Code from the authenticator app')
  const field = page.getByLabel('Code', { exact: true })
  for (const left of ['4 tries', '3 tries', '2 tries', '1 try']) {
    await field.fill('000000')
    await field.press('Enter')
    await expect(page.getByRole('alert')).toContainText(`${left} left`)
  }
  await field.fill('000000')
  await field.press('Enter')
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('Start again when you like')
})

test('signs in by a code in a text message', async ({ page, request }) => {
  const nora = await Person.register(request)
  await nora.provePhone()
  await nora.signIn(page)
  await page.goto('/security')
  await page.getByRole('button', { name: 'Turn on codes by text message' }).click()
  await expect(page.getByRole('button', { name: 'Turn off codes by text message' })).toBeAttached()
  const kept = page.getByRole('button', { name: 'I have kept them' })
  if (await kept.isVisible()) await kept.click()
  const [before] = await nora.outside.received(/\b\d{6}\b/)

  await signOut(page)
  await nora.enterPassword(page)
  await chooseWay(page, 'Code by text message')
  await page.getByRole('button', { name: 'Send the code' }).click()
  await expect(page.getByRole('button', { name: /^Another code in/ })).toBeDisabled()
  await expect(async () => {
    expect((await nora.outside.received(/\b\d{6}\b/))[0]).not.toBe(before)
  }).toPass()
  const [code] = await nora.outside.received(/\b\d{6}\b/)
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.keyboard.press('Enter')
  await isIn(page)
})

test('signs in by a passkey, with a password before it and without', async ({ page, request }) => {
  const nora = await Person.register(request)
  const finger = await VirtualAuthenticator.attach(page)
  await nora.signIn(page)
  await page.goto('/security')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByLabel('Name of the passkey').fill('Test finger')
  await finger.touching(async () => {
    await page.getByRole('button', { name: 'Make it on this device' }).click()
    await expect(page.getByText('Test finger')).toBeVisible()
  })
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await page.getByRole('button', { name: 'Rename “Test finger”' }).click()
  await page.getByLabel('New name').fill('My finger')
  await page.keyboard.press('Enter')
  await expect(page.getByText('My finger')).toBeVisible()
  await isAccessible(page)

  await signOut(page)
  await finger.touching(async () => {
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await isIn(page)
  })

  await signOut(page)
  await nora.enterPassword(page)
  await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible()
  await finger.touching(async () => {
    await page.getByRole('button', { name: 'Use my passkey' }).click()
    await isIn(page)
  })

  await page.goto('/security')
  await page.getByRole('button', { name: 'Remove the passkey “My finger”' }).click()
  await expect(page.getByText('My finger')).toBeHidden()
})

test('chooses another password by mail, which does not skip the second step', async ({
  page,
  request,
}) => {
  const nora = await Person.register(request)
  await nora.signIn(page)
  const { app } = await setUpApp(page)
  await signOut(page)
  await page.getByLabel('E-mail').fill(nora.email)
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await isAccessible(page)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByText('If there is an account', { exact: false })).toBeVisible()

  await page.goto(await nora.outside.link('reset'))
  await page.getByLabel('New password').fill(NEW_PASSWORD)
  await expect(page.getByText('Strong')).toBeVisible()
  await isAccessible(page)
  await page.getByRole('button', { name: 'Use this password' }).click()
  await expect(page.getByRole('heading', { name: 'Your password is changed' })).toBeVisible()

  await nora.enterPassword(page, PASSWORD)
  await expect(page.getByText(/E-mail or password do not match/)).toBeVisible()
  await nora.enterPassword(page, NEW_PASSWORD)
  await chooseWay(page, 'Code from the authenticator app')
  await page.getByLabel('Code', { exact: true }).fill(await app.code())
  await page.keyboard.press('Enter')
  await isIn(page)
})

test('changes the password after proving once more who it is', async ({ page, request }) => {
  const nora = await Person.register(request)
  await nora.signIn(page)
  await page.goto('/security')
  let asked = 0
  await page.route('**/api/v1/auth/password/change', async (route) => {
    asked += 1
    if (asked > 1) return route.continue()
    const body = { status: 403, code: 'reauthentication-required', detail: 'Prove it.' }
    return route.fulfill({ status: 403, json: body, contentType: 'application/problem+json' })
  })
  await page.getByLabel('New password').fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Change password' }).click()
  const dialog = page.getByRole('dialog', { name: 'Is it you?' })
  await expect(dialog.getByLabel('Password')).toBeVisible()
  await isAccessible(page)
  await dialog.getByLabel('Password').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Your password is changed.')).toBeVisible()
  await expect(dialog).toBeHidden()
  await signOut(page)
  await nora.signIn(page, NEW_PASSWORD)
})

test('moves to another address', async ({ page, request }) => {
  const nora = await Person.register(request)
  await nora.signIn(page)
  await page.goto('/security')
  const next = `new.${nora.email}`
  await page.getByLabel('New e-mail address').fill(next)
  await page.getByRole('button', { name: 'Change address' }).click()
  await expect(page.getByText(`A link is on its way to ${next}.`)).toBeVisible()
  await page.goto(await nora.outside.link('email-change', next))
  await expect(page.getByRole('heading', { name: 'Your address is changed' })).toBeVisible()
  await isAccessible(page)
})

test('looks after devices: names, trusts and ends them', async ({
  page,
  request,
  browser,
  baseURL,
}) => {
  const nora = await Person.register(request)
  await nora.signIn(page)
  const other = await browser.newContext({ ...(baseURL !== undefined && { baseURL }) })
  const elsewhere = await other.newPage()
  await nora.signIn(elsewhere)

  await page.goto('/devices')
  const mine = page
    .getByRole('listitem')
    .filter({ has: page.getByText('This device', { exact: true }) })
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(2)
  await expect(mine.getByText('password', { exact: true })).toBeVisible()
  await mine.getByRole('button', { name: /^Rename/ }).click()
  await page.getByLabel('New name').fill('My desk')
  await page.keyboard.press('Enter')
  await expect(mine.getByRole('heading')).toContainText('My desk')
  await mine.getByLabel('This device is mine').click()
  await expect(mine.getByLabel('This device is mine')).toBeChecked()
  await page.reload()
  await expect(mine.getByLabel('This device is mine')).toBeChecked()
  await isAccessible(page)

  await page.getByRole('button', { name: 'End all other sessions' }).click()
  await expect(page.getByText('You are signed in nowhere else.')).toBeVisible()
  await expect(elsewhere.getByText('This session was ended.', { exact: false })).toBeVisible()
  await other.close()

  await page.goto('/security/history')
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
  await isAccessible(page)
})

for (const [language, title] of [
  ['en', 'Welcome back'],
  ['es', 'Hola de nuevo'],
  ['pt', 'Que bom ver você'],
] as const) {
  test(`the pages before signing in, by keyboard, in ${language}`, async ({ page }) => {
    await page.addInitScript((it) => localStorage.setItem('assistant.language', it), language)
    await page.goto('/login')
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await isAccessible(page)
    const reached: string[] = []
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press('Tab')
      reached.push(
        await page.evaluate(() => {
          const here = document.activeElement
          return here instanceof HTMLInputElement ? here.type : (here?.tagName ?? '')
        }),
      )
    }
    expect(reached).toEqual(['email', 'password', 'BUTTON', 'BUTTON', 'A', 'A'])
    for (const path of ['/register', '/forgot', '/verify', '/reset?token=x', '/reset']) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await isAccessible(page)
    }
  })
}
