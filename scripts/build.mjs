import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { npm, root } from './run.mjs'

const BUILT = [
  'out/main/electron.js',
  'out/main/cli.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
]
const SOURCES = [
  'src-domain',
  'src-api',
  'src-main',
  'src-renderer',
  'electron.vite.config.ts',
  'package.json',
]

/** Builds both shells and the page if a source has changed since the last build. */
export async function ensureBuilt() {
  if (isFresh()) return
  console.log('Building Counterpoint.')
  if ((await npm(['run', '--silent', 'build', '--', '--logLevel', 'warn'])) === 0) return
  console.error('Counterpoint could not be built; the lines above say why.')
  process.exit(1)
}

function isFresh() {
  const built = BUILT.map((path) => join(root, path))
  if (!built.every((path) => existsSync(path))) return false
  const oldest = Math.min(...built.map((path) => statSync(path).mtimeMs))
  return SOURCES.every((path) => newest(join(root, path)) <= oldest)
}

function newest(path) {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  const sources = readdirSync(path).filter((name) => !/\.test\.ts$/.test(name))
  return Math.max(mtimeMs, ...sources.map((name) => newest(join(path, name))))
}
