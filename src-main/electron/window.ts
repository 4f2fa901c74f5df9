import { BrowserWindow, nativeTheme } from 'electron'
import { installation } from '../shell/installation'
import { webPreferences } from './security'
import type { Bounds } from './window-bounds'

/** The page's background in both themes, so that the window does not flash before the page is painted. */
const BACKGROUND = { light: '#faf9f6', dark: '#191a1c' } as const

/** Creates the window without a page. It becomes visible with the first paint. */
export function createWindow(
  { place, width, height, maximized }: Bounds,
  forDevelopers: boolean,
): BrowserWindow {
  const window = new BrowserWindow({
    ...place,
    width,
    height,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Counterpoint',
    icon: installation.iconPath,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: webPreferences(installation.preloadPath, forDevelopers),
  })
  window.once('ready-to-show', () => {
    if (maximized) window.maximize()
    window.show()
  })
  return window
}
