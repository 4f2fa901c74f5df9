import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportFormatNamed } from '#domain/formats/export/catalogue'
import { leftOut } from '#domain/formats/export/left-out/left-out'
import { CONTENTS } from '#domain/formats/export/left-out/contents'
import { DEFAULT_LOOK } from '#domain/formats/export/picture-options'
import { EXPORT_WRITERS } from '#domain/formats/export/writers'
import { INTERCHANGE_FORMATS } from '#domain/formats/interchange/catalogue'
import { sampleProject, textsOf } from '#domain/formats/interchange/testing/sample-project'
import { exportEnv } from '#domain/testing/export-env'
import { root } from './run.mjs'
import { WRITTEN_FORMATS } from './written-formats.mjs'

/** What letters stand for in the table, by the names of contents. */
const LETTERS = {
  A: ['passages', 'passagesWithoutAddress', 'claimsWithoutPassage', 'texts'],
  W: ['wordings'],
  N: ['claimNotes', 'relationNotes'],
  T: ['tags'],
  C: ['categories'],
  R: ['relations', 'relationsAcross'],
  L: ['linked'],
  U: ['undercuts', 'backings'],
  X: ['contradictions'],
  S: ['schemes', 'warrants', 'strengths', 'answers'],
  M: ['positions', 'groups', 'colours'],
}

/** The letters of what a sample loses in a format; “=” if it is the same file again. */
async function cell(project, name) {
  const [map = ''] = project.maps.keys()
  const content = await EXPORT_WRITERS[name]({ project, map, ...DEFAULT_LOOK }, exportEnv)
  const files = name === 'brat' ? Object.values(textsOf(content)) : [content]
  if ([...project.origins.values()].some((origin) => files.includes(origin.content))) return '='
  const { lost } = leftOut(exportFormatNamed(name), project, [map])
  const found = new Set(lost.filter(({ count }) => count > 0).map(({ words }) => words))
  const isLost = (content) => found.has(CONTENTS[content].one) || found.has(CONTENTS[content].many)
  const letters = Object.entries(LETTERS).filter(([, contents]) => contents.some(isLost))
  return letters.map(([letter]) => letter).join('') || '–'
}

test('the guide says what each sample loses in each format', async () => {
  const head = ['from', ...Object.values(WRITTEN_FORMATS)]
  const rows = []
  // A codebook has no claims.
  for (const format of INTERCHANGE_FORMATS.filter(({ name }) => name !== 'qdc')) {
    const project = await sampleProject(format)
    const cells = []
    for (const name of Object.keys(WRITTEN_FORMATS)) cells.push(await cell(project, name))
    rows.push(`| ${[format.title, ...cells].join(' | ')} |`)
  }
  const table = [`| ${head.join(' | ')} |`, `|${'---|'.repeat(head.length)}`, ...rows, ''].join('\n')
  expect(readFileSync(join(root, 'docs', 'guide', 'converting.md'), 'utf8')).toContain(table)
})
