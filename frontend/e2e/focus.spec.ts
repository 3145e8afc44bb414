import { expect, test } from '@playwright/test'

import { isAccessible } from './accessible'
import { Person } from './person'

test('focuses on a task across pages and tabs, parks a thought, and sees it afterwards', async ({
  page,
  request,
}) => {
  const nora = await Person.register(request)
  await nora.signIn(page)
  const capture = page.getByRole('textbox', { name: 'Write something down' })
  await capture.fill('file the taxes today ~30m')
  await capture.press('Enter')
  const now = page.getByRole('region', { name: 'Your one next thing' })
  await now.getByRole('button', { name: 'Start' }).click()
  const dialog = page.getByRole('dialog', { name: 'Focus on one thing' })
  await expect(dialog.getByLabel('On what?')).toContainText('file the taxes')
  await isAccessible(page)
  await dialog.getByText('Countdown', { exact: true }).click()
  await dialog.getByLabel('Minutes', { exact: true }).fill('15')
  await dialog.getByRole('button', { name: 'Start' }).click()

  const bar = page.getByRole('region', { name: 'Focus timer' })
  await expect(bar.getByRole('timer')).toContainText(/^1[45]:\d\d left/)
  await expect(bar).toContainText('file the taxes')
  await page.goto('/tasks')
  await expect(bar.getByRole('timer')).toContainText(/left/)
  await isAccessible(page)

  const other = await page.context().newPage()
  await other.goto('/usage')
  const there = other.getByRole('region', { name: 'Focus timer' })
  await expect(there.getByRole('timer')).toContainText(/left/)
  await there.getByRole('button', { name: 'Pause' }).click()
  await expect(bar.getByRole('timer')).toContainText('paused')
  await bar.getByRole('button', { name: 'Go on' }).click()
  await expect(there.getByRole('timer')).not.toContainText('paused')
  await other.close()

  await bar.getByRole('button', { name: '5 more minutes' }).click()
  await expect(bar.getByRole('timer')).toContainText(/^(19|20):\d\d left/)
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('p')
  await page.getByLabel('What came up?').fill('buy milk')
  await isAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await bar.getByRole('button', { name: 'Finish' }).click()
  await expect(page.getByText(/minutes? for you/)).toBeVisible()

  await page.goto('/focus')
  await expect(page.getByRole('list', { name: 'Parked thoughts' })).toContainText('buy milk')
  await isAccessible(page)
  await page.getByRole('button', { name: 'Make “buy milk” a task' }).click()
  await page.goto('/tasks')
  await expect(page.getByRole('checkbox', { name: 'Complete “buy milk”' })).toBeVisible()
})

test('finds the timer by the keys alone', async ({ page, request }) => {
  const nora = await Person.register(request)
  await nora.signIn(page)
  await page.keyboard.press('g')
  await page.keyboard.press('f')
  await expect(page.getByRole('heading', { level: 1, name: 'Focus' })).toBeVisible()
  await expect(page.getByText('No session yet')).toBeVisible()
  await page.keyboard.press('f')
  await expect(page.getByRole('dialog', { name: 'Focus on one thing' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})
