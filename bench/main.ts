import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { withControl } from './control'
import { isMissed, tables, writeFigures } from './report'
import { SECTIONS } from './sections'

/** Prints the tables; with `--write` it updates those in docs/performance.md. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean' }, runs: { type: 'string', default: '5' } },
})
const names = positionals.length > 0 ? positionals : Object.keys(SECTIONS)
const unknown = names.find((name) => !(name in SECTIONS))
if (unknown) {
  console.error(`There is no section “${unknown}”. Choose from: ${Object.keys(SECTIONS).join(', ')}.`)
  process.exit(1)
}
const runs = Number(values.runs)

const failed: string[] = []
const sections = await withControl(async () => {
  const measured = []
  for (const name of names) {
    console.error(`Measuring: ${name}.`)
    try {
      measured.push(await SECTIONS[name]!(runs))
    } catch (error) {
      // The figures of the other sections took minutes and are kept.
      console.error(error)
      failed.push(name)
    }
  }
  return measured
}, runs)
console.log(tables(sections))
const missed = sections.flatMap(({ rows }) => rows.filter(isMissed))
console.log(missed.length === 0 ? 'Every target is met.' : `Targets missed: ${missed.length}.`)

if (values.write)
  await writeFigures(join(import.meta.dirname, '..', '..', 'docs', 'performance.md'), sections)
if (failed.length > 0) console.log(`Not measured: ${failed.join(', ')}.`)
// The browser that the measurements share is still open.
process.exit(failed.length > 0 ? 1 : 0)
