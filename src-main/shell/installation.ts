import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// Both the sources and the built files are two folders below the root.
const root = join(import.meta.dirname, '..', '..')

const commitFile = join(root, 'out', 'main', 'commit.txt')

/** The parts of the installation. */
export const installation = {
  root,
  version: (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version,
  /** The commit that was built; undefined if it was built outside a repository. */
  commit: existsSync(commitFile) ? readFileSync(commitFile, 'utf8').trim() : undefined,
  rendererFolder: join(root, 'out', 'renderer'),
  preloadPath: join(root, 'out', 'preload', 'preload.cjs'),
  samplePath: join(root, 'resources', 'sample.json'),
  iconPath: join(root, 'resources', 'icon.png'),
} as const
