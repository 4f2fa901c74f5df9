import type { Page } from '@playwright/test'

/** Notes what a page must never do: throw, log an error, break the content security policy, or ask for what is not there. */
export async function watch(page: Page, complaints: string[]): Promise<void> {
  page.on('pageerror', (error) => complaints.push(`threw: ${error.message}`))
  page.on('console', (message) => {
    const isPolicy = message.text().includes('Content Security Policy')
    if (message.type() === 'error' || isPolicy) complaints.push(`logged: ${message.text()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`was refused: ${response.status()} ${response.url()}`)
  })
  // Before whatever comes, and in what is there: the desktop's page may have come already.
  await page.addInitScript(reportViolations)
  await page.evaluate(reportViolations)
}

/** Runs in the page. A violation that logs nothing, as of a policy that only reports, is logged. */
function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    const { effectiveDirective, blockedURI, sample } = event
    console.error(`Content Security Policy: ${effectiveDirective} stopped ${blockedURI} ${sample}`)
  })
}
