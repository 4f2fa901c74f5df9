import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { root, runQuietly } from '../run.mjs'
import { bundledPackages, shippedPackages } from './licences.mjs'
import { readJson } from './program.mjs'

/**
 * The software bill of materials (CycloneDX, JSON), by npm from the lock file: what is installed, and what is in the
 * built files.
 * @param {number} date in seconds since 1970
 */
export async function sbom(date) {
  const args = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only']
  const { code, output } = await runQuietly('npm', args, { shell: process.platform === 'win32' })
  if (code !== 0) throw new Error(`npm could not write the bill of materials:\n${output}`)
  const shipped = shippedPackages(readJson(join(root, 'package-lock.json')), bundledPackages())
  return withoutChance(only(JSON.parse(output.slice(output.indexOf('{'))), shipped), date)
}

/** The bill of the shipped packages alone: npm's also has the tools. */
export function only(bill, shipped) {
  const kept = new Map(shipped.map(({ name, version, licence }) => [`${name}@${version}`, licence]))
  const own = bill.metadata.component['bom-ref']
  return {
    ...bill,
    components: bill.components
      .filter((each) => kept.has(each['bom-ref']))
      .map((each) => ({
        // npm leaves out what is no licence of SPDX.
        licenses: [{ license: { name: kept.get(each['bom-ref']) } }],
        ...each,
        // npm calls what only the build needs optional, but here it is in the built files.
        scope: 'required',
      })),
    dependencies: bill.dependencies
      .filter(({ ref }) => ref === own || kept.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => kept.has(each)) })),
  }
}

/**
 * Replaces the random number and the time by ones that follow from the content and the commit. npm takes the name from
 * the folder, which is another on every machine.
 */
export function withoutChance(bill, date) {
  const timestamp = new Date(date * 1000).toISOString()
  const component = { ...bill.metadata.component, name: 'counterpoint' }
  const fixed = { ...bill, serialNumber: '', metadata: { ...bill.metadata, timestamp, component } }
  const hash = createHash('sha256').update(JSON.stringify(fixed)).digest('hex')
  // A UUID of version 8: its bits are our own (RFC 9562).
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`]
  return { ...fixed, serialNumber: `urn:uuid:${[...parts, hash.slice(20, 32)].join('-')}` }
}
