import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { installPackage, mayInstall } from './apt.mjs'
import { HEADLESS_SHELL, installedChromium } from './chromium.mjs'
import { npm } from './run.mjs'

/** Debian's Chromium, which has a quicker one without windows beside it. */
const DEBIANS = '/usr/bin/chromium'

/**
 * Provides a Chromium for the end-to-end tests: the installed one, else Playwright's, else Debian's, else one that
 * Playwright downloads.
 * @returns {Promise<boolean>} whether there is one
 */
export async function ensureChromium() {
  const found = installedChromium()
  if ((found && found !== DEBIANS) || (await hasPlaywrights())) return true
  if (mayInstall()) {
    console.log('Installing Debian’s Chromium for the end-to-end tests.')
    // The stand-in for Electron looks for the browser itself.
    if (!found) await installPackage('chromium')
    await installPackage(basename(HEADLESS_SHELL))
  }
  if (installedChromium()) return true
  console.log('Installing Playwright’s Chromium for the end-to-end tests.')
  await npm(['exec', '--', 'playwright', 'install', 'chromium'], { seconds: 180 })
  if (await hasPlaywrights()) return true
  console.error(
    'The end-to-end tests need Chromium and none could be installed. Install Chromium or Chrome, or name one in CHROMIUM_PATH.',
  )
  return false
}

async function hasPlaywrights() {
  const { chromium } = await import('@playwright/test')
  return existsSync(chromium.executablePath())
}
