import { fileURLToPath } from 'node:url'

import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'

const gateway = process.env['ASSISTANT_URL'] ?? 'http://localhost:8080'

/**
 * What of axios the app never calls, and what stands in for it: of the two adapters for browsers the
 * first is taken, XHR; bodies are JSON, never forms; nobody asks for the names of the statuses.
 */
const unusedOfAxios: Record<string, string> = {
  'fetch.js': 'export const getFetch = () => null',
  'HttpStatusCode.js': 'export default {}',
  'toFormData.js': 'export default (form) => form',
  'formDataToJSON.js': 'export default () => null',
}

/** 7 kB that every first visit would load for nothing. */
const lightAxios: Plugin = {
  name: 'light-axios',
  enforce: 'pre',
  apply: 'build',
  resolveId: (id, importer) => {
    const name = id.slice(id.lastIndexOf('/') + 1)
    return importer?.includes('/axios/lib/') === true && name in unusedOfAxios
      ? `\0axios/${name}`
      : null
  },
  load: (id) => (id.startsWith('\0axios/') ? (unusedOfAxios[id.slice(7)] ?? null) : null),
}

export default defineConfig({
  plugins: [
    lightAxios,
    react(),
    tailwindcss(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/worker',
      filename: 'sw.ts',
      injectRegister: false,
      includeManifestIcons: false,
      registerType: 'prompt',
      injectManifest: {
        rollupFormat: 'iife',
        globPatterns: ['**/*.{html,js,css,woff2,webmanifest}', 'icons/icon.svg'],
      },
      manifest: {
        id: '/',
        name: 'Personal Assistant',
        short_name: 'Assistant',
        description: 'One calm place for what is on your mind: tell it, and it remembers for you.',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#f6f8f8',
        theme_color: '#f6f8f8',
        categories: ['productivity'],
        icons: [
          { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          {
            src: '/icons/icon-maskable-512.png',
            sizes: '512x512',
            type: 'image/png',
            purpose: 'maskable',
          },
        ],
        shortcuts: [
          { name: 'Chat', url: '/chat' },
          { name: 'Tasks', url: '/tasks' },
        ],
      },
    }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Two files that change at different rates, rather than many small ones.
        codeSplitting: {
          groups: [
            { name: 'vendor', test: /node_modules(?!.*@stomp)/, priority: 2 },
            {
              name: 'shared',
              test: /src\/shared\/(?!i18n\/locales|lib\/(?:device|passwordStrength|webauthn|usePages|useWork|saveFile)|ui\/(?:Checkbox|Dialog|NewPassword|TimeRing|LongList|AppearanceForm)|focus\/(?:StartForm|passing)|reminders\/(?!due))/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': { target: gateway },
      '/ws': { target: gateway, ws: true },
      '/openapi': { target: gateway },
    },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.spec.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
    testTimeout: 20_000,
  },
})
