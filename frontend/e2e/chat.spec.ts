import { expect, test } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

import { isAccessible } from './accessible'
import { Person } from './person'

async function settled(page: Page): Promise<Locator> {
  const answer = page.getByRole('article', { name: 'Assistant' }).last()
  await expect(answer).toHaveAttribute('aria-busy', 'false', { timeout: 60_000 })
  return answer
}

async function say(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Message' })
  await field.fill(text)
  await field.press('Enter')
  await expect(page.getByRole('log').getByText(text)).toBeVisible()
  await settled(page)
}

test('answers again, is told differently, and goes between the versions', async ({
  page,
  request,
}) => {
  const nora = await Person.register(request)
  await nora.signIn(page)
  await page.goto('/chat')
  await say(page, 'what should I do next?')
  await isAccessible(page)
  await page.getByRole('button', { name: 'Answer again' }).click()
  await expect(page.getByRole('group', { name: 'Version 2 of 2' })).toBeVisible()
  await settled(page)
  await page.getByRole('button', { name: 'Version before' }).click()
  await expect(page.getByRole('group', { name: 'Version 1 of 2' })).toBeVisible()

  await page.getByRole('button', { name: 'Edit what you said' }).click()
  await page.getByLabel('Your message').fill('what do I have tomorrow?')
  await isAccessible(page)
  await page.getByRole('button', { name: 'Send this instead' }).click()
  await expect(page.getByRole('log').getByText('what do I have tomorrow?')).toBeVisible()
  await settled(page)
  await expect(page.getByRole('log').getByText('what should I do next?')).toBeHidden()
  await page.getByRole('button', { name: 'Version before' }).first().click()
  await expect(page.getByRole('log').getByText('what should I do next?')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('log').getByText('what should I do next?')).toBeVisible()
})

test('renames, pins and archives a conversation', async ({ page, request }) => {
  const nora = await Person.register(request)
  await nora.signIn(page)
  await page.goto('/chat')
  await say(page, 'what should I do next?')
  const menu = page.getByRole('button', { name: 'More for this conversation' })
  await menu.click()
  await page.getByRole('button', { name: 'Rename' }).click()
  await page.getByLabel('Name of the conversation').fill('Plans')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Plans' })).toBeVisible()
  await menu.click()
  await isAccessible(page)
  await page.getByRole('button', { name: 'Keep on top' }).click()
  await expect(page.getByRole('button', { name: 'Keep on top' })).toBeHidden()
  await menu.click()
  await page.getByRole('button', { name: 'Archive', exact: true }).click()
  const list = page.getByRole('button', { name: 'Conversations' }).filter({ visible: true })
  if ((await list.count()) > 0) await list.click()
  const conversations = page.getByRole('navigation', { name: 'Conversations' })
  const link = conversations.getByRole('link', { name: /Plans/ }).filter({ visible: true })
  await expect(link).toBeHidden()
  await page
    .getByRole('button', { name: 'Show the archived ones' })
    .filter({ visible: true })
    .click()
  await expect(link).toBeVisible()
})
