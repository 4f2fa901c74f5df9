import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isMissed, tables, withFigures } from './report'
import { SECTIONS, withControl } from './sections'

const MARKS = ['<!-- measured -->', '<!-- end of measured -->'] as const

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

const sections = await withControl(async () => {
  const measured = []
  for (const name of names) {
    console.error(`Measuring: ${name}.`)
    measured.push(await SECTIONS[name]!(runs))
  }
  return measured
}, runs)
console.log(tables(sections))
const missed = sections.flatMap(({ rows }) => rows.filter(isMissed))
console.log(missed.length === 0 ? 'Every target is met.' : `Targets missed: ${missed.length}.`)

if (values.write) {
  const path = join(import.meta.dirname, '..', '..', 'docs', 'performance.md')
  const page = await readFile(path, 'utf8')
  const [start, end] = [page.indexOf(MARKS[0]) + MARKS[0].length, page.indexOf(MARKS[1])]
  const figures = withFigures(page.slice(start, end), sections)
  await writeFile(path, `${page.slice(0, start)}\n\n${figures}\n${page.slice(end)}`)
}
// The browser that the measurements share is still open.
process.exit()
