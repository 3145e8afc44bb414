import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'

import { isAccessible, tabTo } from './accessible'
import { PASSWORD, Person } from './person'

/** Answers the question for a recent sign-in, when it is asked. */
async function proveIfAsked(page: Page, done: () => Promise<void>): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Is it you?' })
  const asked = await dialog.waitFor({ timeout: 5_000 }).then(
    () => true,
    () => false,
  )
  if (asked) {
    await dialog.getByLabel('Password').fill(PASSWORD)
    await page.keyboard.press('Enter')
  }
  await done()
}

test('keeps preferences, and looks like them', async ({ page, request }) => {
  const nora = await Person.register(request)
  await nora.signIn(page)
  await page.goto('/settings')
  await page.getByLabel('Working hours').check()
  await page.getByLabel('Quiet hours').check()
  await page.getByLabel('When you have most energy').selectOption('MORNING')
  await page.getByLabel('How your assistant speaks').selectOption('DIRECT')
  await page.getByLabel('Colours').selectOption('DARK')
  await page.getByLabel('Less motion').check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await isAccessible(page)
  await page.reload()
  await expect(page.getByLabel('Working hours')).toBeChecked()
  await expect(page.getByLabel('How your assistant speaks')).toHaveValue('DIRECT')
  await page.getByLabel('Colours').selectOption('LIGHT')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await isAccessible(page)
})

test('proves a second number and prefers it', async ({ page, request }) => {
  const nora = await Person.register(request)
  await nora.provePhone()
  await nora.signIn(page)
  await page.goto('/settings')
  await expect(page.getByText('first choice')).toBeVisible()
  await isAccessible(page)
  await page.getByRole('button', { name: `Remove ${nora.outside.phone}` }).click()
  await expect(page.getByText('first choice')).toBeHidden()
})

test('chooses how to be told, by keyboard', async ({ page, request }) => {
  const nora = await Person.register(request)
  await nora.signIn(page)
  await page.goto('/settings/notifications')
  const reminders = page.getByRole('group', { name: 'Reminders' })
  await expect(page.getByRole('group', { name: 'Security' }).getByLabel('E-mail')).toBeDisabled()
  const byMail = reminders.getByLabel('E-mail')
  const before = await byMail.isChecked()
  await byMail.focus()
  await page.keyboard.press('Space')
  await page.getByLabel('Summary').selectOption('DAILY')
  await expect(page.getByLabel('At', { exact: true })).toBeVisible()
  await tabTo(page, 'Save')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Saved.')).toBeVisible()
  await isAccessible(page)
  await page.reload()
  await expect(byMail).toBeChecked({ checked: !before })
})

test('reads what it was told', async ({ page, request, browser, baseURL }) => {
  const nora = await Person.register(request)
  await nora.signIn(page)
  await page.goto('/notifications')
  await expect(page.getByRole('heading', { level: 1, name: 'Notifications' })).toBeVisible()
  // Signing in from a browser that is not known yet is worth telling.
  const other = await browser.newContext({ ...(baseURL !== undefined && { baseURL }) })
  await nora.signIn(await other.newPage())
  const entries = page.getByRole('main').getByRole('listitem')
  await expect(entries.first()).toBeVisible({ timeout: 60_000 })
  const badge = page
    .getByRole('link', { name: /Notifications$/ })
    .filter({ visible: true })
    .getByText(/unread/)
  await expect(badge).toBeAttached()
  await isAccessible(page)
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(badge).toHaveCount(0)
  await other.close()
})

test('takes a copy along', async ({ page, request }) => {
  const nora = await Person.register(request)
  await nora.signIn(page)
  await page.goto('/privacy')
  await page.getByRole('button', { name: 'Ask for a copy' }).click()
  const ready = page.getByRole('button', { name: 'Download' })
  await expect(ready).toBeVisible({ timeout: 120_000 })
  await isAccessible(page)
  const file = page.waitForEvent('download')
  await ready.click()
  await proveIfAsked(page, async () => {
    expect((await file).suggestedFilename()).toMatch(/^personal-assistant-.*\.zip$/)
  })
})

test('asks for deletion only by the word; the account stays when wished', async ({
  page,
  request,
}) => {
  test.skip(process.env['ASSISTANT_ERASURE_GRACE'] === '0s', 'there is no time to think again')
  const nora = await Person.register(request)
  await nora.signIn(page)
  await page.goto('/privacy')
  const action = page.getByRole('button', { name: 'Delete my account' })
  await expect(action).toBeDisabled()
  await page.getByLabel('Type DELETE to go on').fill('DELETE')
  await isAccessible(page)
  await page.keyboard.press('Enter')
  await proveIfAsked(page, () =>
    expect(page.getByText(/Your account will be deleted on/)).toBeVisible(),
  )
  await isAccessible(page)
  await page.getByRole('button', { name: 'Keep my account' }).click()
  await expect(page.getByText('Your account stays.')).toBeVisible()
})

for (const [language, titles] of [
  ['en', ['Settings', 'Notification settings', 'Notifications', 'Your data']],
  ['es', ['Ajustes', 'Ajustes de notificaciones', 'Avisos', 'Tus datos']],
  ['pt', ['Ajustes', 'Ajustes de notificações', 'Avisos', 'Seus dados']],
] as const) {
  test(`the account's pages in ${language}`, async ({ page, request }) => {
    const nora = await Person.register(request)
    await nora.signIn(page)
    await page.goto('/settings')
    // The one select whose options are the names of the languages.
    await page
      .getByRole('combobox')
      .filter({ has: page.locator('option[value="pt"]') })
      .selectOption(language)
    await page.locator('form').last().locator('button[type="submit"]').click()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    const paths = ['/settings', '/settings/notifications', '/notifications', '/privacy']
    for (const [index, path] of paths.entries()) {
      await page.goto(path)
      const title = titles[index] ?? ''
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
      await isAccessible(page)
    }
  })
}
