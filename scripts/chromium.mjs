import { existsSync } from 'node:fs'

/** Debian's Chromium without windows. It takes about a third less processor time than the browser without a screen. */
export const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell'

const INSTALLED = [
  process.env.CHROMIUM_PATH,
  HEADLESS_SHELL,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  `${process.env.PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
]

/** The path of a Chromium on this machine, or undefined. */
export const installedChromium = () => INSTALLED.find((path) => path && existsSync(path))
