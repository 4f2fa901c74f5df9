import type { Page } from '@playwright/test'

/**
 * Records what a page must never do: throw, log an error, violate the content security policy, or request a missing
 * file.
 */
export async function watch(page: Page, complaints: string[]): Promise<void> {
  page.on('pageerror', (error) => complaints.push(`threw: ${error.message}`))
  page.on('console', (message) => {
    const isPolicy = message.text().includes('Content Security Policy')
    if (message.type() === 'error' || isPolicy) complaints.push(`logged: ${message.text()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`was refused: ${response.status()} ${response.url()}`)
  })
  // For later pages and the current one, since the desktop's page may be loaded already.
  await page.addInitScript(reportViolations)
  await page.evaluate(reportViolations)
}

/** Runs in the page. Logs violations that the browser does not log, such as those of a report-only policy. */
function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    const { effectiveDirective, blockedURI, sample } = event
    console.error(`Content Security Policy: ${effectiveDirective} stopped ${blockedURI} ${sample}`)
  })
}
