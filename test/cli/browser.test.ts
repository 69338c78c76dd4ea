import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openInBrowser, type Program } from '../../mock/cli/browser.ts'
import { aFolder, connectifMock, connectifMockIn, startsNode } from './connectif.ts'

startsNode()

const url = 'http://127.0.0.1:4010/__twin/'

describe('a page is opened in the browser', () => {
  test.for([
    ['linux', 'xdg-open', [url]],
    ['freebsd', 'xdg-open', [url]],
    ['darwin', 'open', [url]],
    ['win32', 'rundll32.exe', ['url.dll,FileProtocolHandler', url]],
  ] as const)('on %s by %s', ([platform, name, args]) => {
    const programs: Program[] = []
    const told: string[] = []

    openInBrowser(
      url,
      (sentence) => told.push(sentence),
      (one) => programs.push(one),
      platform,
    )

    expect([programs, told]).toEqual([[{ name, args }], []])
  })

  test('or a sentence says why not', () => {
    const told: string[] = []

    openInBrowser(
      url,
      (sentence) => told.push(sentence),
      (_, failed) => failed('no such program'),
    )

    expect(told).toEqual([
      `The browser could not be opened (no such program); open ${url} yourself.`,
    ])
  })
})

describe('connectif mock', () => {
  test('prints where the inspector is', async () => {
    const { stdout, url } = await connectifMock()

    expect(stdout).toContain(`Inspector ${url}/__twin/ in a browser`)
  })

  test('has something to look at before the first call, which the first key gets', async () => {
    const { url } = await connectifMock('--demo')
    const accounts = async () => (await (await fetch(`${url}/__twin/state`)).json()).accounts
    const before = await accounts()

    await fetch(`${url}/contacts/email/a@example.com`, {
      headers: { authorization: 'apiKey test:secret' },
    })

    expect(before).toMatchObject([{ id: 'unclaimed:', contacts: 200 }])
    expect(await accounts()).toMatchObject([{ id: 'test', contacts: 200 }])
  })
})

describe.runIf(process.platform === 'linux')('connectif mock --open', () => {
  test('opens the inspector, goes on when that fails, and says so', async () => {
    const folder = aFolder()
    const browser = join(folder, 'xdg-open')
    writeFileSync(browser, '#!/bin/sh\nprintf %s "$*" > "$0.asked"\nexit 3\n', { mode: 0o755 })

    const env = { PATH: `${folder}:${process.env.PATH}` }
    const { toldUpTo, url } = await connectifMockIn(env, '--open')
    const told = await toldUpTo('\n')

    expect(readFileSync(`${browser}.asked`, 'utf8')).toBe(`${url}/__twin/`)
    expect(told).toBe(
      `The browser could not be opened (xdg-open ended with 3); open ${url}/__twin/ yourself.\n`,
    )
    expect((await fetch(`${url}/__twin/state`)).status).toBe(200)
  })

  test('says so where there is nothing to open it with', async () => {
    const { toldUpTo, url } = await connectifMockIn({ PATH: aFolder() }, '--open')
    const told = await toldUpTo('\n')

    expect(told).toMatch(/^The browser could not be opened \(spawn xdg-open ENOENT\); open /)
    expect((await fetch(`${url}/__twin/state`)).status).toBe(200)
  })
})
