/**
 * Prepares what is built for packing; `npm pack` runs it after the build. Writes `out/NOTICE.txt`, which every package of
 * Counterpoint contains, and makes the files readable for every user: npm packs them with their modes, which would
 * depend on the umask.
 */
import { chmodSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../run.mjs'
import { bundledPackages, noticeOf } from './licences.mjs'
import { readJson } from './program.mjs'
import { listOf } from './tar.mjs'

const lock = readJson(join(root, 'package-lock.json'))
writeFileSync(join(root, 'out', 'NOTICE.txt'), noticeOf(lock, bundledPackages()))
const { files } = readJson(join(root, 'package.json'))
for (const name of [...files, 'package.json', 'README.md', 'LICENSE']) {
  const path = join(root, name)
  const packed = statSync(path).isDirectory() ? listOf(path).map((each) => join(path, each)) : [path]
  for (const file of packed) chmodSync(file, statSync(file).mode & 0o100 ? 0o755 : 0o644)
}
