import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'

import { start } from '@/shared/auth/session'
import { startTexts } from '@/shared/i18n/i18n'
import { startLooks } from '@/shared/lib/looks'

import { App } from './App'
import { keepInStep } from './lifecycle'
import { registerWorker } from './update'

import './styles.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

startLooks()
keepInStep()
await startTexts()
await start()
createRoot(root).render(
  <StrictMode>
    <BrowserRouter>
      <App />
    </BrowserRouter>
  </StrictMode>,
)

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  void registerWorker()
}
