/**
 * `node scripts/package.mjs KIND…`: builds Counterpoint, and makes packages of it in `out/release/`. KIND is `bundle` (the
 * archive for machines without a network) or `deb` (for Debian and Ubuntu). Beside them it writes the npm package,
 * checksums and the bill of materials.
 */
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { makeBundle } from './package/bundle.mjs'
import { makeDeb } from './package/deb.mjs'
import { build, packProgram, sourceDate } from './package/program.mjs'
import { sbom } from './package/sbom.mjs'
import { sumsOf } from './package/sums.mjs'
import { giveUp, root } from './run.mjs'

const KINDS = { bundle: makeBundle, deb: makeDeb }

const kinds = process.argv.slice(2)
const unknown = kinds.find((each) => !Object.hasOwn(KINDS, each))
if (kinds.length === 0 || unknown)
  giveUp(`The kinds of package are: ${Object.keys(KINDS).join(', ')}. Nothing was made.`)

await build()
const folder = join(root, 'out', 'release')
mkdirSync(folder, { recursive: true })
const billFile = join(folder, 'sbom.cdx.json')
writeFileSync(billFile, `${JSON.stringify(await sbom(sourceDate()), null, 2)}\n`)
const { tarball, files } = await packProgram(folder)
const made = [tarball]
for (const kind of kinds) made.push(await KINDS[kind](folder, files))
made.push(billFile)
writeFileSync(
  join(folder, 'SHA256SUMS'),
  sumsOf(
    folder,
    made.map((path) => basename(path)),
  ),
)
for (const path of made) console.log(`${path}  ${(statSync(path).size / 1e6).toFixed(1)} MB`)
