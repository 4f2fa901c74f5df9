import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import type { Project } from '../../../document/project'
import { Builder } from '../../../testing/build'
import { exportEnv } from '../../../testing/export-env'
import { DEFAULT_LOOK } from '../picture-options'
import { richSample } from '../testing/rich-sample'
import { EXPORT_WRITERS } from '../writers'

/** The parts of the workbook that is written of a project, by their names. */
async function partsOf(project: Project): Promise<Record<string, string>> {
  const bytes = await EXPORT_WRITERS['matrix-xlsx']({ project, map: '', ...DEFAULT_LOOK }, exportEnv)
  const parts = unzipSync(bytes as Uint8Array)
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strFromU8(part)]))
}

it('a workbook has the ratings, the counts and the sentences of a matrix', async () => {
  const parts = await partsOf(richSample().project)
  expect(parts['xl/workbook.xml']).toContain('name="Why closed?"'.replace('?', ''))
  const words = Object.values(parts).join('\n')
  for (const each of ['H1 Ice closed the bridge', 'The road was dry', '0 I, 1 II', 'Least contradicted: H2.'])
    expect(words).toContain(each)
})

it('a wording that looks like a formula is a text, and titles make names that Excel allows', async () => {
  const builder = new Builder()
  const hypotheses = [builder.claim('=1+1'), builder.claim('@SUM(A1)')]
  for (const title of ['a/b: [why]?', 'A b why', 'x'.repeat(60), `${'x'.repeat(60)}y`])
    builder.run('matrix.add', { title, hypotheses })
  const parts = await partsOf(builder.project)
  expect(Object.values(parts).join('')).not.toMatch(/<f[ >]/)
  const names = [...parts['xl/workbook.xml']!.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
    (match) => match[1]!,
  )
  expect(names).toHaveLength(4)
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(4)
  for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/)
})

it('a project without a matrix says so', async () => {
  expect(Object.values(await partsOf(new Builder().project)).join('')).toContain(
    'This project has no matrix.',
  )
})
