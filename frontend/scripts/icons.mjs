// Draws the PNG icons from public/icons/icon.svg with Chromium; run it when the mark changes.
import { readFileSync } from 'node:fs'

import { chromium } from '@playwright/test'

const icons = new URL('../public/icons/', import.meta.url)
const svg = readFileSync(new URL('icon.svg', icons), 'utf8')
const fullBleed = svg.replace('rx="13"', '').replace('viewBox="0 0 48 48"', 'viewBox="-6 -6 60 60"')
const maskable = fullBleed.replace(
  '<rect width="48" height="48"',
  '<rect x="-6" y="-6" width="60" height="60"',
)

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
for (const [name, size, image] of [
  ['icon-192', 192, svg],
  ['icon-512', 512, svg],
  ['icon-maskable-512', 512, maskable],
]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${image}`,
  )
  await page.screenshot({ path: new URL(`${name}.png`, icons).pathname, omitBackground: true })
}
await browser.close()
