import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The package by its own name, as examples import it, straight from the sources. */
const own = [
  { find: /^connectif-sdk$/, replacement: source('sdk/index.ts') },
  { find: /^connectif-sdk\/queue$/, replacement: source('sdk/queue/index.ts') },
  { find: /^connectif-sdk\/mock$/, replacement: source('mock/index.ts') },
  { find: /^connectif-sdk\/mock\/browser$/, replacement: source('mock/browser.ts') },
  {
    find: /^connectif-sdk\/mock\/inspector$/,
    replacement: source('mock/inspector/index.ts'),
  },
  { find: /^connectif-sdk\/mock\/msw$/, replacement: source('mock/carriers/msw.ts') },
  { find: /^connectif-sdk\/mock\/server$/, replacement: source('mock/carriers/server.ts') },
  { find: /^connectif-sdk\/mock\/vitest$/, replacement: source('mock/vitest.ts') },
  { find: /^connectif-sdk\/mock\/playwright$/, replacement: source('mock/playwright.ts') },
  { find: /^connectif-sdk\/mock\/storybook$/, replacement: source('mock/storybook.ts') },
]

/** msw 2 stands under an alias of npm beside msw 3. */
const olderMsw = { find: /^msw(?=$|\/)/, replacement: 'msw2' }

/** Tests of the built package, which is packed once for all of them. */
const packed = 'test/package/*.test.ts'

/** Tests for which `npm run runtimes` installs what it takes. */
const runtimes = 'test/runtimes/**'

/** What is asked on every carrier. */
const scenarios = 'test/sdk/scenarios/*.test.ts'

/** Tests in a real Chromium, which is started once for all of them, those of the docs too. */
const inBrowser = ['test/browser/**/*.test.ts', 'examples/*.browser.test.ts']

/** Tests of the docs, which are built once for all of them. */
const site = 'test/site/*.test.ts'

/** All cores, of which Vitest would leave one idle. */
const maxWorkers = '100%'

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias: own },
        test: {
          name: 'node',
          include: ['test/**/*.test.ts', 'examples/**/*.test.{ts,tsx}'],
          exclude: [packed, runtimes, site, ...inBrowser],
          provide: { msw: 3 },
          isolate: false,
          maxWorkers,
        },
      },
      {
        resolve: { alias: [...own, olderMsw] },
        test: {
          name: 'msw2',
          include: [scenarios],
          provide: { msw: 2 },
          isolate: false,
          maxWorkers,
        },
      },
      {
        resolve: { alias: own },
        test: {
          name: 'browser',
          include: [...inBrowser, scenarios],
          exclude: ['test/sdk/scenarios/{carriers,server}.test.ts'],
          globalSetup: 'test/browser/support/chromium.ts',
          testTimeout: 30_000,
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 60_000,
          isolate: false,
          maxWorkers,
        },
      },
      {
        test: {
          name: 'site',
          include: [site],
          globalSetup: ['test/browser/support/chromium.ts', 'test/site/support/build.ts'],
          testTimeout: 60_000,
          isolate: false,
          maxWorkers,
        },
      },
      {
        test: {
          name: 'package',
          include: [packed],
          globalSetup: 'test/package/pack.ts',
          maxWorkers,
        },
      },
    ],
  },
})
