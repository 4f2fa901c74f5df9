import { mkdir, readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { firstUnits } from '#domain/anchoring/pairs'

/** Where Counterpoint keeps projects, recents and settings: Electron's userData, so that both editions share it. */
export function defaultDataFolder(): string {
  const home = homedir()
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Counterpoint')
  if (process.platform === 'win32')
    return join(process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Counterpoint')
  return join(process.env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'Counterpoint')
}

/** The path for a new project's file, in a name taken from its title that no file there has. */
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

/** In UTF-16 units: short enough that the name, with what is added to that of a copy, has no more than 255 bytes. */
const NAME_LIMIT = 60

/**
 * A title as a file name that every file system takes: no separators, control characters or dots at the ends, and none of
 * the names that Windows keeps for devices.
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
