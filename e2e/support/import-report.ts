import type { Locator, Page } from '@playwright/test'
import { inspector, library } from './desk'

/** The report of the last import. */
export const report = (page: Page): Locator => inspector(page).getByRole('region', { name: 'Import report' })

/** The line of the import report about a file. */
export const reported = (page: Page, fileName: string): Locator =>
  report(page).getByRole('listitem').filter({ hasText: fileName })

/** The library's rows of articles. */
export const sources = (page: Page): Locator =>
  library(page).getByRole('listbox', { name: 'Articles' }).getByRole('option')

/** The field of the inspector with that label. */
export const detail = (page: Page, label: string): Locator =>
  inspector(page).getByLabel(label, { exact: true })
