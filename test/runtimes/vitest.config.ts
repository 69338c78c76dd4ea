import { defineConfig } from 'vitest/config'

/** `npm run runtimes`: what this folder's own package.json installs is too much for `npm ci`. */
export default defineConfig({
  test: {
    name: 'runtimes',
    root: import.meta.dirname,
    include: ['*.test.ts'],
    globalSetup: '../package/pack.ts',
  },
})
