import { type Browser, chromium } from 'playwright-core'
import start from '../browser/support/chromium.ts'
import { started } from './children.ts'
import { count, type Effort, type Row } from './report.ts'

const contacts = 100_000
const budget = 1000
const twinFile = new URL('./children/twin-server.ts', import.meta.url)

/** Screens, and what of them shows that they are drawn. */
const screens = { overview: 'main .chart rect', contacts: 'main tbody tr' }

/** Milliseconds since the navigation began. */
interface Paints {
  readonly first: number
  /** When the screen had its data. */
  readonly whole: number
}

/** How soon the inspector shows what a twin with many contacts holds. */
export async function inspectorPaint({ short }: Effort): Promise<Row[]> {
  const provided: Record<string, string> = {}
  const stop = await start({
    provide: (key, value) => {
      provided[key] = value as string
    },
  })
  if (!provided.chromium) return [row('inspector', `no Chromium: ${provided.chromiumTrouble}`)]
  const browser = await chromium.connect(provided.chromium)
  using server = await started(twinFile, [contacts, 'plain'])
  const rows: Row[] = []
  for (const screen of Object.keys(screens) as (keyof typeof screens)[]) {
    const url = `http://127.0.0.1:${server.said}/__twin/#/${screen}`
    const { first, whole } = await bestOf(browser, url, screens[screen], short ? 3 : 9)
    const what = `inspector's ${screen} from navigation to data (first paint ${first.toFixed(0)} ms)`
    rows.push(row(what, `${whole.toFixed(0)} ms`, whole <= budget))
  }
  await browser.close()
  await stop()
  return rows
}

function row(what: string, measured: string, within?: boolean): Row {
  const whole = `${what}, ${count(contacts)} contacts, best of several`
  return { what: whole, measured, budget: `≤ ${budget} ms`, within }
}

async function bestOf(browser: Browser, url: string, selector: string, times: number) {
  const all: Paints[] = []
  for (let at = 0; at < times; at++) all.push(await paintsOf(browser, url, selector))
  return all.reduce((best, one) => (one.whole < best.whole ? one : best))
}

/** In a new profile, which has nothing of the page yet. */
async function paintsOf(browser: Browser, url: string, selector: string): Promise<Paints> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.addInitScript(watch, selector)
  await page.goto(url)
  const whole = await page.evaluate(() => Reflect.get(globalThis, 'whole') as Promise<number>)
  const first = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  )
  await context.close()
  return { first, whole }
}

/** Runs in the page before its own scripts: notes when the frame after the data was drawn. */
function watch(selector: string) {
  const whole = new Promise<number>((resolve) => {
    const look = () => {
      if (document.querySelector(selector) === null) return requestAnimationFrame(look)
      return requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
    }
    look()
  })
  Object.assign(globalThis, { whole })
}
