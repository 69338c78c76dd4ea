import axeCore from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe-core holds serious or critical in a page as it is now, one line a finding. */
export async function axe(page: Page): Promise<string[]> {
  // Not as a script tag, which the policy of the page may forbid.
  await page.evaluate(axeCore.source)
  const findings = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axeCore }).axe.run()
    return violations.flatMap(({ id, impact, help, nodes }) =>
      nodes.map(({ target, html }) => ({ id, impact, help, at: target.join(' '), html })),
    )
  })
  return findings
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, help, at, html }) => `${impact}: ${id} at ${at}: ${help}: ${html}`)
}
