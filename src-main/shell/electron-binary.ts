import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * The path of Electron's executable, if it is installed beside Counterpoint and there is a screen. It is read from the
 * files of the package `electron`: importing the package would download a missing binary.
 * @param env `ELECTRON_OVERRIDE_DIST_PATH` names the folder of another Electron, as for the package itself
 */
export function electronBinary(
  env: NodeJS.ProcessEnv = process.env,
  from = import.meta.url,
): string | undefined {
  if (process.platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return undefined
  const folder = packageFolder(from)
  const pathFile = folder && join(folder, 'path.txt')
  const name = pathFile && existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron'
  const dist = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? (folder && join(folder, 'dist'))
  const path = dist && join(dist, name)
  return path && existsSync(path) ? path : undefined
}

function packageFolder(from: string): string | undefined {
  try {
    return dirname(createRequire(from).resolve('electron/package.json'))
  } catch {
    return undefined
  }
}
