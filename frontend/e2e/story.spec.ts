import { expect, test } from '@playwright/test'
import type { Locator, Page, TestInfo } from '@playwright/test'

import { Outside } from './simulator'

const PASSWORD = 'four calm blue whales sing'

/** Keeps a picture: for the documents when SCREENS=1, else among the results. */
async function picture(page: Page, info: TestInfo, name: string): Promise<void> {
  const file = `${name}-${info.project.name}.png`
  const path =
    process.env['SCREENS'] === '1' ? `../docs/screens/${file}` : info.outputPath('screens', file)
  await page.screenshot({ path, animations: 'disabled' })
}

function main(page: Page): Locator {
  return page.getByRole('main')
}

/** The box of a task in the list. */
function task(page: Page, title: string): Locator {
  return page.getByRole('checkbox', { name: `Complete “${title}”` })
}

async function open(page: Page, place: string): Promise<void> {
  const link = page.getByRole('link', { name: place, exact: true }).filter({ visible: true })
  if ((await link.count()) === 0) {
    await page
      .getByRole('link', { name: 'Settings', exact: true })
      .filter({ visible: true })
      .click()
  }
  await link.first().click()
}

async function say(page: Page, text: string): Promise<Locator> {
  const field = page.getByRole('textbox', { name: 'Message' })
  await field.fill(text)
  await field.press('Enter')
  await expect(page.getByRole('log').getByText(text)).toBeVisible()
  const answer = page.getByRole('article', { name: 'Assistant' }).last()
  await expect(answer).toHaveAttribute('aria-busy', 'false', { timeout: 60_000 })
  return answer
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: /^Hello/ })).toBeVisible()
}

test('from sign-up to being signed out', async ({ page, request, browser, baseURL }, info) => {
  const unique = `${Date.now()}`
  const outside = new Outside(
    request,
    `nora.${unique}@example.com`,
    `+1212${String(2_000_000 + Math.floor(Math.random() * 8_000_000))}`,
  )
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) problems.push(message.text())
  })

  await test.step('registers and confirms the mail', async () => {
    await page.goto('/register')
    await page.getByLabel('What should I call you?').fill('Nora Vidal')
    await page.getByLabel('E-mail').fill(outside.email)
    await page.getByLabel('Password').fill(PASSWORD)
    await picture(page, info, 'register')
    await page.getByRole('button', { name: 'Create account' }).click()
    await expect(page.getByText(outside.email)).toBeVisible()
    await page.goto(await outside.confirmationLink())
    await expect(page.getByRole('heading', { name: 'You are all set' })).toBeVisible()
  })

  await test.step('signs in', async () => {
    await page.getByRole('link', { name: 'Sign in' }).click()
    await signIn(page, outside.email)
    await expect(page.getByText('Nothing needs you right now')).toBeVisible()
    await picture(page, info, 'today-empty')
  })

  await test.step('asks for a reminder, and the task appears', async () => {
    await open(page, 'Chat')
    await picture(page, info, 'chat-empty')
    const answer = await say(page, 'remind me to call mom tomorrow at 5pm')
    await expect(answer).toContainText(/call mom/i)
    await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/)
    await picture(page, info, 'chat')
    await open(page, 'Tasks')
    await expect(task(page, 'call mom')).toBeVisible()
    await expect(main(page).getByText(/tomorrow 5:00/)).toBeVisible()
  })

  await test.step('captures in one line, and sees what was understood', async () => {
    await open(page, 'Today')
    const field = page.getByRole('textbox', { name: 'Write something down' })
    await field.fill('water the plants today #home ~5m')
    await field.press('Enter')
    await expect(
      main(page)
        .getByRole('status')
        .getByText(/water the plants/i),
    ).toBeVisible()
    await expect(page.getByRole('region', { name: 'Your one next thing' })).toBeVisible()
    await picture(page, info, 'today')
    await open(page, 'Tasks')
    await expect(task(page, 'water the plants')).toBeVisible()
    await picture(page, info, 'tasks')
  })

  await test.step('proves a phone and asks by text message', async () => {
    await open(page, 'Settings')
    await page.getByLabel('Mobile number').fill(outside.phone)
    await page.getByRole('button', { name: 'Send me a code' }).click()
    const [code] = await outside.received(/\b\d{6}\b/)
    await page.getByLabel('Code', { exact: true }).fill(code)
    await page.getByRole('button', { name: 'Verify' }).click()
    await expect(page.getByText('verified', { exact: true })).toBeVisible()
    await picture(page, info, 'settings')
    await expect(async () => {
      await outside.text("what's next?")
      await outside.received(/water the plants|call mom/i)
    }).toPass()
  })

  await test.step('connects Google and asks what tomorrow holds', async () => {
    await outside.appointment('Dentist')
    await open(page, 'Connections')
    await page.getByRole('button', { name: 'Connect Google' }).click()
    await page.getByRole('button', { name: 'Approve' }).click()
    await expect(page.getByRole('heading', { name: 'Connections' })).toBeVisible()
    await expect(page.getByText(/^Up to date/)).toBeVisible({ timeout: 60_000 })
    await expect(page.getByRole('heading', { name: 'Coming up' })).toBeVisible({
      timeout: 60_000,
    })
    await picture(page, info, 'connections')
    await open(page, 'Chat')
    await expect(async () => {
      const answer = await say(page, 'what do I have tomorrow?')
      await expect(answer).toContainText('Dentist', { timeout: 2_000 })
    }).toPass({ timeout: 60_000 })
    await picture(page, info, 'chat-calendar')
  })

  await test.step("sees the day's usage", async () => {
    await expect(async () => {
      await open(page, 'Usage')
      await page.reload()
      await expect(page.getByRole('row', { name: /^Tokens read/ })).toBeVisible({ timeout: 3_000 })
    }).toPass({ timeout: 60_000 })
    await picture(page, info, 'usage')
  })

  await test.step('opens without a network, keeps what is written, sends it on return', async () => {
    await open(page, 'Today')
    await page.evaluate(async () => void (await navigator.serviceWorker.ready))
    await page.context().setOffline(true)
    await page.reload()
    await expect(page.getByText('You are offline.', { exact: false })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Your one next thing' })).toBeVisible()
    const field = page.getByRole('textbox', { name: 'Write something down' })
    await field.fill('buy stamps')
    await field.press('Enter')
    await expect(page.getByText('Kept here, sent when the network is back')).toBeVisible()
    await picture(page, info, 'today-offline')
    await page.context().setOffline(false)
    await expect(
      main(page)
        .getByRole('status')
        .getByText(/buy stamps/i),
    ).toBeVisible()
    await expect(page.getByText('Kept here, sent when the network is back')).toBeHidden()
  })

  await test.step('is out at once when the session is revoked elsewhere', async () => {
    const other = await browser.newContext({ ...(baseURL !== undefined && { baseURL }) })
    const elsewhere = await other.newPage()
    await elsewhere.goto('/login')
    await signIn(elsewhere, outside.email)
    await elsewhere.goto('/devices')
    await elsewhere
      .getByRole('button', { name: /^End the session/ })
      .last()
      .click()
    await expect(page.getByText('This session was ended.', { exact: false })).toBeVisible()
    await other.close()
  })

  await test.step('revokes its own session and is out at once', async () => {
    await signIn(page, outside.email)
    await open(page, 'Devices')
    await expect(page.getByText('This device', { exact: true })).toBeVisible()
    await picture(page, info, 'devices')
    await page
      .getByRole('listitem')
      .filter({ has: page.getByText('This device', { exact: true }) })
      .getByRole('button', { name: /^End the session/ })
      .click()
    await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible()
    await page.goto('/tasks')
    await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible()
    await picture(page, info, 'sign-in')
  })

  expect(problems).toEqual([])
})
