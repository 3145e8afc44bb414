import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

/** Nothing for axe to find, once what fades in is there; what turns for ever is not waited for. */
export async function isAccessible(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await Promise.allSettled(
      document
        .getAnimations()
        .filter((it) => it.effect?.getComputedTiming().endTime !== Infinity)
        .map((it) => it.finished),
    )
  })
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.html).join(' ')}`),
  ).toEqual([])
}

/** Tabs until the element with the name has the focus. */
export async function tabTo(page: Page, name: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const here = document.activeElement
      const label = here instanceof HTMLInputElement ? here.labels?.[0]?.textContent : null
      return label ?? here?.getAttribute('aria-label') ?? here?.textContent ?? ''
    })
    expect(focused).toBe(name)
  }).toPass({ intervals: [0], timeout: 30_000 })
}
