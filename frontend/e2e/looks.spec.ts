import { expect, test } from '@playwright/test'

import { isAccessible } from './accessible'
import { Person } from './person'

test('shows all parts in every look, with nothing for axe to find', async ({ page, request }) => {
  const nora = await Person.register(request)
  await nora.signIn(page)
  await page.goto('/design')
  await expect(page.getByRole('region', { name: 'Buttons' })).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const contrast of ['SYSTEM', 'HIGH']) {
      await page.getByLabel('Contrast').selectOption(contrast)
      await isAccessible(page)
    }
  }
  await page.getByLabel('Letters').selectOption('READABLE')
  await page.getByLabel('Text size').selectOption('LARGEST')
  await isAccessible(page)
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
  expect(wide).toBe(false)
})

test('keeps the look on this device, also when signed out', async ({ page, request }) => {
  const nora = await Person.register(request)
  await nora.signIn(page)
  await page.goto('/settings')
  await page.getByLabel('Text size').selectOption('LARGER')
  await page.getByLabel('Contrast').selectOption('HIGH')
  await isAccessible(page)
  await page.context().clearCookies()
  await page.goto('/login')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-size', 'larger')
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high')
  await isAccessible(page)
})
