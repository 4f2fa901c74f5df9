import { readFileSync } from 'node:fs'
import { join } from 'node:path'

// Both the sources and the built files are two folders below the root.
const root = join(import.meta.dirname, '..', '..')

/** The parts of the installation. */
export const installation = {
  version: (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version,
  rendererFolder: join(root, 'out', 'renderer'),
  preloadPath: join(root, 'out', 'preload', 'preload.cjs'),
  samplePath: join(root, 'resources', 'sample.json'),
  iconPath: join(root, 'resources', 'icon.png'),
} as const
