import type { Page } from '@playwright/test'

/** Notes what a page must never do: throw, log an error, break the content security policy, or ask for what is not there. */
export function watch(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`threw: ${error.message}`))
  page.on('console', (message) => {
    const isPolicy = message.text().includes('Content Security Policy')
    if (message.type() === 'error' || isPolicy) complaints.push(`logged: ${message.text()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`was refused: ${response.status()} ${response.url()}`)
  })
}
