import { expect, test } from '@playwright/test'

import { isAccessible } from './accessible'
import { Person } from './person'

test('is remembered as far as one wants, and sees what that may cost', async ({
  page,
  request,
}) => {
  const nora = await Person.register(request)
  await nora.signIn(page)
  await page.goto('/chat')
  await page.getByRole('textbox', { name: 'Message' }).fill('remember that I like quiet mornings')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: 'Assistant' })).toContainText(/quiet mornings/)

  await page.goto('/chat')
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible()
  const list = page.getByRole('button', { name: 'Conversations' }).filter({ visible: true })
  if ((await list.count()) > 0) await list.click()
  const search = page.getByRole('searchbox', { name: 'Search all conversations' })
  await search.filter({ visible: true }).fill('morning')
  const found = page.getByRole('link', { name: /remember that I like quiet/ })
  await expect(found.filter({ visible: true }).first()).toBeVisible()

  await page.goto('/memory')
  const known = page.getByRole('list', { name: 'What is kept' })
  await expect(known).toContainText('I like quiet mornings')
  await isAccessible(page)
  await page.getByLabel('Something to remember').fill('Ana is my sister')
  await page.getByRole('button', { name: 'Remember it' }).click()
  await expect(known).toContainText('Ana is my sister')
  await page.getByRole('button', { name: 'Forget “Ana is my sister”' }).click()
  await expect(known).not.toContainText('Ana is my sister')
  await page.getByRole('checkbox', { name: 'Remember things about me' }).click()
  await expect(page.getByLabel('Something to remember')).toBeHidden()

  await page.goto('/usage')
  await page.getByLabel('My limit for a day').fill('0.5')
  await page.getByRole('button', { name: 'Save limits' }).click()
  await expect(page.getByText('$0.00 of $0.50')).toBeVisible()
  await isAccessible(page)
})
