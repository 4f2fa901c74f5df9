import { existsSync } from 'node:fs'
import { installPackage, mayInstall } from './apt.mjs'
import { installedChromium } from './chromium.mjs'
import { npm } from './run.mjs'

/**
 * Provides a Chromium for the end-to-end tests: the installed one, else Playwright's, else Debian's, else one that
 * Playwright downloads.
 * @returns {Promise<boolean>} whether there is one
 */
export async function ensureChromium() {
  if (installedChromium() || (await hasPlaywrights())) return true
  if (mayInstall()) {
    console.log('There is no Chromium for the end-to-end tests: installing Debian’s.')
    await installPackage('chromium')
    if (installedChromium()) return true
  }
  console.log('There is no Chromium for the end-to-end tests: asking Playwright to fetch one.')
  await npm(['exec', '--', 'playwright', 'install', 'chromium'], { seconds: 180 })
  if (await hasPlaywrights()) return true
  console.error(
    'No Chromium could be had, so the end-to-end tests cannot run: install Chromium or Chrome, or name one in CHROMIUM_PATH.',
  )
  return false
}

async function hasPlaywrights() {
  const { chromium } = await import('@playwright/test')
  return existsSync(chromium.executablePath())
}
