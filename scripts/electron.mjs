import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './run.mjs'

/** Long enough for the binary over a slow line; a closed network is found out by `canBeFetched` first. */
const FETCH_SECONDS = 240

const folder = join(root, 'node_modules', 'electron')

/** Electron's binary, fetched if that is possible; undefined where there is none, or no screen to show a window on. */
export async function ensureElectron() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return undefined
  return installedElectron() ?? (await fetchElectron())
}

/** Electron's binary as its package has it; undefined when it has not been fetched. */
export function installedElectron() {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return process.env.ELECTRON_OVERRIDE_DIST_PATH
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const path = join(folder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(path) ? path : undefined
}

async function fetchElectron() {
  if (!(await canBeFetched())) return undefined
  console.log('Fetching Electron’s binary, once.')
  await run(process.execPath, [join(folder, 'install.js')], { seconds: FETCH_SECONDS, stdio: 'ignore' })
  return installedElectron()
}

/** Whether the place that Electron's own installer fetches from answers at all. */
async function canBeFetched() {
  // Through a proxy only the installer knows the way.
  if (process.env.ELECTRON_GET_USE_PROXY) return true
  const mirror =
    process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/'
  try {
    await fetch(new URL(mirror).origin, { method: 'HEAD', signal: AbortSignal.timeout(4000) })
    return true
  } catch {
    return false
  }
}
