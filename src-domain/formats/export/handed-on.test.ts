import { expect, test } from 'vitest'
import { Builder } from '../../testing/build'
import { exportEnv } from '../../testing/export-env'
import type { ExportFormatName } from './catalogue'
import { DEFAULT_LOOK } from './picture-options'
import { csv } from './table/csv'
import { EXPORT_WRITERS } from './writers'

const written = async (name: ExportFormatName, ...wordings: readonly string[]): Promise<string> => {
  const builder = new Builder()
  for (const wording of wordings) builder.claim(wording, builder.map)
  return String(
    await EXPORT_WRITERS[name]({ project: builder.project, map: builder.map, ...DEFAULT_LOOK }, exportEnv),
  )
}

test('a wording with no-break spaces is in a report once', async () => {
  const report = await written('report-markdown', 'Le pont coûte 10\u00A0000\u202F€ par an')
  expect(report.match(/Le pont/g)).toHaveLength(1)
})

test.each(['1. Causes', '- Causes', '# Causes', '> Causes', '2) Causes'])(
  'Mermaid reads “%s” as words and not as Markdown',
  async (wording) => {
    const chart = await written('mermaid', wording)
    expect(chart).toContain('<br/>\u200B')
  },
)

test('Mermaid reads no code between backticks', async () => {
  expect(await written('mermaid', 'a `b` c')).not.toMatch(/`|#96;/)
})

test('Graphviz shows character references as they are typed', async () => {
  const graph = await written('dot', 'The page says &copy; 2026 and R&lt;D')
  expect(graph).toContain('&amp;copy; 2026 and R&amp;lt;D')
})

test.each([
  '00123',
  '1E5',
  '1-2',
  '3/4',
  '12:30',
  '1,000',
  '5 %',
  '.5',
  'MARCH1',
  '2 Mar',
  'May 2024',
  'TRUE',
  '=1+1',
])('a spreadsheet leaves “%s” as words', (words) => expect(csv([[words]], ',')).toContain(`"'${words}"`))

test.each(['2026-03-04', 'Ice closed the bridge', 'para. 2', 'March of the guards', '1914 began it', ''])(
  '“%s” is written to a spreadsheet as it is',
  (words) => expect(csv([[words]], ',')).toContain(`"${words}"`),
)
