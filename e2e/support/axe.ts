import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type axe from 'axe-core'
import { root } from './browser-app'

/** The violations that axe finds on the page, a line for each element. @param rules only these rules */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(await readFile(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8'))
  }
  return page.evaluate(async (only) => {
    const { run } = (window as unknown as { axe: typeof axe }).axe
    const found = await run(document, { resultTypes: ['violations'], ...(only && { runOnly: [...only] }) })
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    )
  }, rules)
}

/** Checks both themes; the page follows the system's by default. A theme changes nothing but colours. */
export async function expectNoViolations(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect(page.locator(':root')).toHaveCSS('color-scheme', colorScheme)
    const rules = colorScheme === 'light' ? undefined : ['color-contrast']
    expect(await violations(page, rules), `in ${colorScheme}`).toEqual([])
  }
}
