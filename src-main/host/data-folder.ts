import { mkdir, readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { firstUnits } from '#domain/anchoring/pairs'

/** The folder for projects, the recent list and settings: Electron's userData, so that both editions share it. */
export function defaultDataFolder(): string {
  const home = homedir()
  // An empty variable is as good as none (XDG Base Directory Specification): it would be the current folder.
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Counterpoint')
  if (process.platform === 'win32')
    return join(process.env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Counterpoint')
  return join(process.env['XDG_CONFIG_HOME'] || join(home, '.config'), 'Counterpoint')
}

/** A path for a new project's file, named after its title. No file has that path yet. */
export async function freshProjectPath(dataFolder: string, title: string): Promise<string> {
  const folder = join(dataFolder, 'projects')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const taken = new Set((await readdir(folder)).map((name) => name.toLowerCase()))
  const stem = safeName(title) || 'Project'
  for (let number = 1; ; number++) {
    const name = number === 1 ? `${stem}.json` : `${stem} ${number}.json`
    if (!taken.has(name.toLowerCase())) return join(folder, name)
  }
}

/** UTF-16 units. Short enough for 255 bytes, the limit of most file systems, even with what the name of a copy adds. */
const NAME_LIMIT = 60

/**
 * Turns a title into a file name that every file system accepts: without separators, control characters, leading or
 * trailing dots, and the device names that Windows reserves.
 */
export const safeName = (title: string): string => {
  const name = title
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const short = firstUnits(name, NAME_LIMIT).replace(/[. ]+$/, '')
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(short) ? `_${short}` : short
}
