import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { Builder } from '../../../testing/build'
import { exportEnv } from '../../../testing/export-env'
import { DEFAULT_LOOK } from '../picture-options'
import { writeTablesXlsx } from './tables-xlsx'

test('a workbook has claims and relations, each text as it is and no formula', async () => {
  const builder = new Builder()
  const premise = builder.claim('=SUM(1)', builder.map)
  const target = builder.claim('A; "B"\nC', builder.map)
  const long = builder.claim('x'.repeat(19_000), builder.map)
  builder.run('claim.note', { claim: long, note: 'n'.repeat(40_000) })
  builder.relation('support', [premise], target)
  const { project, map } = builder
  const bytes = await writeTablesXlsx({ project, map, ...DEFAULT_LOOK }, exportEnv)
  const parts = unzipSync(bytes as Uint8Array)
  const text = (path: string) => strFromU8(parts[path]!)
  const sheets = Object.keys(parts).filter((path) => /worksheets\/sheet\d+\.xml$/.test(path))
  expect(sheets).toHaveLength(2)
  for (const sheet of sheets) expect(text(sheet)).not.toContain('<f>')
  const words = Object.keys(parts)
    .filter((path) => path.endsWith('.xml'))
    .map(text)
    .join('\n')
  expect(words).toContain('=SUM(1)')
  expect(words).toContain(
    'A; &quot;B&quot;\nC'.replaceAll('&quot;', words.includes('&quot;') ? '&quot;' : '"'),
  )
  expect(words).toContain(`${'n'.repeat(32_766)}…`)
  expect(words).not.toContain('n'.repeat(32_767))
})
