import { measurePdfImport, measureTextImport } from '../imports'
import type { Section } from '../report'

/** Importing. */
export async function importing(runs: number): Promise<Section> {
  const { ours, bare } = await measurePdfImport(100, runs)
  return {
    title: 'Import',
    rows: [
      { what: 'Articles of text, 5,000 words', values: await measureTextImport(20, runs), unit: '/s' },
      {
        what: 'Pages of a PDF of 100',
        values: ours,
        unit: '/s',
        beside: { name: 'bare pdf.js', values: bare },
      },
    ],
  }
}
