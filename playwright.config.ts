import { defineConfig } from '@playwright/test'
import type { AppOptions } from './e2e/support/app'

/** Specs of the page alone. */
const PAGE_SPECS = [
  'accessibility',
  'bad-input',
  'bad-projects',
  'codebook',
  'context-menus',
  'desk',
  'existing-claims',
  'focus',
  'formats',
  'hands',
  'keyboard',
  'large-map',
  'left-and-found-again',
  'live-selection',
  'long-lists',
  'map-building',
  'map-tidying',
  'map-views',
  'marking',
  'matrix',
  'merging',
  'other-programs',
  'pictures',
  'reading-keys',
  'script-vectors',
  'search',
  'settings',
  'sources',
  'verdicts',
  'versions',
  'without-a-mouse',
]

/**
 * Tests of the page alone, which is the same build in both editions: those of the specs above, and those tagged `@page`
 * in others. `npm test` runs them in the browser edition, `npm test -- --long` in both. The others concern what the
 * editions do differently: files, windows, dialogs, saving.
 */
const OF_PAGE = new RegExp(`\\b(${PAGE_SPECS.join('|')})\\.spec\\.ts|@page\\b`)

export default defineConfig<AppOptions>({
  testDir: 'e2e',
  globalSetup: './e2e/support/say-skipped.ts',
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  // Tests wait about as often as they work, so twice as many as CI has cores keep these busy.
  workers: 4,
  fullyParallel: false,
  // Timeouts end tests that hang. They do not limit speed, so that a busy machine has the time it needs.
  timeout: 600_000,
  expect: { timeout: 120_000 },
  use: { screenshot: 'only-on-failure' },
  projects: [
    { name: 'browser', use: { target: 'browser' } },
    { name: 'electron', use: { target: 'electron' }, grepInvert: OF_PAGE },
    { name: 'electron-page', use: { target: 'electron' }, grep: OF_PAGE },
  ],
})
