import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './run.mjs'

/** Enough to download the binary over a slow connection. `canBeFetched` detects a closed network first. */
const FETCH_SECONDS = 240

const folder = join(root, 'node_modules', 'electron')

/** The path of Electron's binary, downloaded if possible; undefined without a binary or without a display. */
export async function ensureElectron() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return undefined
  return installedElectron() ?? (await fetchElectron())
}

/** The path of the binary in Electron's package; undefined if it was not downloaded. */
function installedElectron() {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return process.env.ELECTRON_OVERRIDE_DIST_PATH
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const path = join(folder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(path) ? path : undefined
}

async function fetchElectron() {
  if (!(await canBeFetched())) return undefined
  console.log('Downloading Electron.')
  await run(process.execPath, [join(folder, 'install.js')], { seconds: FETCH_SECONDS, stdio: 'ignore' })
  return installedElectron()
}

/** Whether the server of Electron's installer answers. */
async function canBeFetched() {
  // Only the installer can use the proxy.
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
