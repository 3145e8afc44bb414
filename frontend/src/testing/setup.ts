import '@testing-library/jest-dom/vitest'
import 'fake-indexeddb/auto'
import { cleanup } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'

import { loadAccountTexts, startTexts } from '@/shared/i18n/i18n'
import { showTimesIn } from '@/shared/lib/time'

import { server } from './server'

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
beforeEach(async () => {
  await startTexts('en')
  await loadAccountTexts()
  showTimesIn('Europe/Madrid')
})
afterEach(() => {
  cleanup()
  server.resetHandlers()
})
afterAll(() => server.close())
