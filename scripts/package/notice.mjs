/** Writes `out/NOTICE.txt`, which every package of Counterpoint contains. `npm pack` runs it after the build. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../run.mjs'
import { bundledPackages, noticeOf } from './licences.mjs'
import { readJson } from './program.mjs'

const lock = readJson(join(root, 'package-lock.json'))
writeFileSync(join(root, 'out', 'NOTICE.txt'), noticeOf(lock, bundledPackages()))
