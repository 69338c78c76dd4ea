import { msw } from 'msw/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  base: './',
  build: { target: 'esnext' },
  // Serves the script of MSW's service worker, and puts it into the build.
  plugins: [msw({ mode: 'worker-only' })],
})
