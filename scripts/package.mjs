/**
 * `node scripts/package.mjs KIND… [--built]`: makes packages of Counterpoint in `out/release/`. KIND is `bundle` (the
 * archive for machines without a network) or `deb` (for Debian and Ubuntu). `--built` takes what is built already.
 */
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makeBundle } from './package/bundle.mjs'
import { build, packProgram } from './package/program.mjs'
import { root } from './run.mjs'

const KINDS = { bundle: makeBundle }

const args = process.argv.slice(2)
const kinds = args.filter((each) => each !== '--built')
const unknown = kinds.find((each) => !Object.hasOwn(KINDS, each))
if (kinds.length === 0 || unknown)
  throw new Error(`The kinds of package are: ${Object.keys(KINDS).join(', ')}.`)

if (!args.includes('--built')) await build()
const folder = join(root, 'out', 'release')
mkdirSync(folder, { recursive: true })
const { tarball, files } = await packProgram(folder)
const made = [tarball]
for (const kind of kinds) made.push(await KINDS[kind](folder, files))
for (const path of made) console.log(`${path}  ${(statSync(path).size / 1e6).toFixed(1)} MB`)
