import { createHash } from 'node:crypto'
import { runQuietly } from '../run.mjs'

/**
 * The software bill of materials (CycloneDX, JSON) of what is installed, by npm from the lock file.
 * @param {number} date in seconds since 1970
 */
export async function sbom(date) {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only']
  const { code, output } = await runQuietly('npm', args, { shell: process.platform === 'win32' })
  if (code !== 0) throw new Error(`npm could not write the bill of materials:\n${output}`)
  return withoutChance(JSON.parse(output.slice(output.indexOf('{'))), date)
}

/** Replaces the random number and the time by ones that follow from the content and the commit. */
export function withoutChance(bill, date) {
  const timestamp = new Date(date * 1000).toISOString()
  const fixed = { ...bill, serialNumber: '', metadata: { ...bill.metadata, timestamp } }
  const hash = createHash('sha256').update(JSON.stringify(fixed)).digest('hex')
  // A UUID of version 8: its bits are our own (RFC 9562).
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`]
  return { ...fixed, serialNumber: `urn:uuid:${[...parts, hash.slice(20, 32)].join('-')}` }
}
