import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'

import { isAccessible } from './accessible'
import { Person } from './person'

async function capture(page: Page, ...texts: string[]): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Write something down' })
  for (const text of texts) {
    await field.fill(text)
    await field.press('Enter')
    await expect(field).toHaveValue('')
  }
}

const box = (page: Page, title: string) =>
  page.getByRole('checkbox', { name: `Complete “${title}”` })

test('narrows the list in the address, and does the same with several', async ({
  page,
  request,
}) => {
  const nora = await Person.register(request)
  await nora.signIn(page)
  await page.goto('/tasks')
  await capture(page, 'call mom #family', 'buy milk !high', 'read a page')
  await expect(box(page, 'read a page')).toBeVisible()
  await page.getByLabel('Tag', { exact: true }).selectOption('family')
  await expect(box(page, 'buy milk')).toBeHidden()
  await expect(page).toHaveURL(/\?tag=family$/)
  await page.reload()
  await expect(box(page, 'call mom')).toBeVisible()
  await expect(box(page, 'buy milk')).toBeHidden()
  await isAccessible(page)
  await page.getByRole('button', { name: 'Show everything' }).click()

  await page.getByRole('button', { name: 'Choose several' }).click()
  await page.getByRole('checkbox', { name: 'Choose “call mom”' }).check()
  await page.getByRole('checkbox', { name: 'Choose “buy milk”' }).check()
  await isAccessible(page)
  const bar = page.getByRole('region', { name: 'Several tasks' })
  await bar.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(bar.getByText('2 tasks changed.')).toBeVisible()
  await expect(box(page, 'call mom')).toBeHidden()
  await expect(box(page, 'read a page')).toBeVisible()
})

test('moves cards over the board by their buttons', async ({ page, request }) => {
  const nora = await Person.register(request)
  await nora.signIn(page)
  await page.goto('/tasks')
  await capture(page, 'write the letter')
  await expect(box(page, 'write the letter')).toBeVisible()
  await page.getByRole('button', { name: 'Board' }).click()
  await expect(page).toHaveURL(/\?view=board$/)
  await isAccessible(page)
  await page.getByRole('button', { name: 'Move “write the letter” to Doing' }).click()
  const doing = page.getByRole('region', { name: 'Doing' })
  await expect(doing.getByText('write the letter')).toBeVisible()
  await page.getByRole('button', { name: 'Move “write the letter” to Done' }).click()
  await expect(
    page.getByRole('region', { name: 'Done' }).getByText('write the letter'),
  ).toBeVisible()
  await page.reload()
  await expect(
    page.getByRole('region', { name: 'Done' }).getByText('write the letter'),
  ).toBeVisible()
})
