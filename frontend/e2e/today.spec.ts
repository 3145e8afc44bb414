import { expect, test } from '@playwright/test'

import { isAccessible } from './accessible'
import { Person } from './person'

test('sees one thing, the day as a band, and what comes at its time', async ({ page, request }) => {
  const nora = await Person.register(request)
  await nora.signIn(page)
  const day = page.getByRole('region', { name: 'Your day' })
  await expect(day.getByRole('img', { name: /of the day are left/ })).toBeVisible()
  const capture = page.getByRole('textbox', { name: 'Write something down' })
  for (const text of ['water the plants today ~5m', 'read a page today', 'call mom today 23:30']) {
    await capture.fill(text)
    await capture.press('Enter')
    await expect(page.getByRole('main').getByRole('status').first()).toBeVisible()
  }
  await expect(page.getByRole('region', { name: 'Your one next thing' })).toBeVisible()
  await expect(day.getByText(/any time|11:30/).first()).toBeVisible()
  await isAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await isAccessible(page)

  await page.getByRole('button', { name: 'Just 2 minutes' }).click()
  const bar = page.getByRole('region', { name: 'Focus timer' })
  await expect(bar.getByRole('timer')).toContainText(/^[12]:\d\d left/)
  await bar.getByRole('button', { name: 'Finish' }).click()
  await page
    .getByRole('region', { name: 'Your one next thing' })
    .getByRole('button', { name: 'Done' })
    .click()
  await expect(page.getByRole('region', { name: 'Your one next thing' })).toBeVisible()
})
