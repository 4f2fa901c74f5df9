import { defineConfig } from '@playwright/test'
import type { AppOptions } from './e2e/support/app'

export default defineConfig<AppOptions>({
  testDir: 'e2e',
  globalSetup: './e2e/support/say-skipped.ts',
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  workers: 2,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: { screenshot: 'only-on-failure' },
  projects: [
    { name: 'browser', use: { target: 'browser' } },
    { name: 'electron', use: { target: 'electron' } },
  ],
})
