import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isMissed, tables, writeFigures, type Section } from '../report'
import { knownFolder } from './known-folder'
import type { KnownPage } from './known-page'
import { measureQuality } from './measure'
import { datedPages } from './dated-pages'
import { pdfPages } from './pdf-pages'
import { webPages } from './web-pages'

/**
 * Prints how well files with known words are read: those of the folders that are named, else generated ones. `--wrong`
 * lists what went wrong; `--write` puts the figures into docs/faults.md.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean' }, wrong: { type: 'boolean' } },
})

const sections: Section[] = []
async function measure(title: string, pages: readonly KnownPage[]): Promise<void> {
  console.error(`Measuring: ${title}.`)
  const { rows, wrong } = await measureQuality(pages)
  sections.push({ title, rows })
  if (values.wrong) for (const line of wrong) console.error(`  ${line}`)
}

for (const folder of positionals) await measure(folder, await knownFolder(folder))
if (positionals.length === 0) {
  await measure('Generated web pages', webPages())
  await measure('Generated pages with dates', datedPages())
  await measure('Generated PDF documents', await pdfPages())
}
console.log(tables(sections))
const missed = sections.flatMap(({ rows }) => rows.filter(isMissed))
console.log(missed.length === 0 ? 'Every target is met.' : `Targets missed: ${missed.length}.`)
if (values.write) await writeFigures(join(import.meta.dirname, '..', '..', 'docs', 'faults.md'), sections)
