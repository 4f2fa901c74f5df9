import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Project } from '../../../document/project'
import { article, Builder } from '../../../testing/build'
import { testEnv } from '../../../testing/env'
import { exportEnv } from '../../../testing/export-env'
import { DEFAULT_LOOK } from '../../export/picture-options'
import { EXPORT_WRITERS } from '../../export/writers'
import { emptyProject, fileRead, withFile } from '../testing/read'

interface Row {
  readonly id: string
  readonly uri: string
  readonly text: string
  readonly tags: readonly string[]
  readonly references?: readonly string[]
  readonly target: readonly { readonly selector?: readonly { readonly exact?: string }[] }[]
}

const name = 'hypothesis-export.json'
const sample = readFileSync(join(import.meta.dirname, 'samples', name), 'utf8')
const rowsOf = (text: string) => (JSON.parse(text) as { annotations: Row[] }).annotations

const written = async (project: Project) =>
  String(await EXPORT_WRITERS.hypothesis({ project, map: '', ...DEFAULT_LOOK }, exportEnv))

async function came(project = emptyProject()): Promise<Builder> {
  const builder = new Builder('Test', testEnv('edit'))
  builder.project = withFile(project, (await fileRead('hypothesis', sample, name)).file)
  return builder
}

/** The rows of a file that are not in the sample. */
function changed(text: string): Row[] {
  const before = new Set(rowsOf(sample).map((row) => JSON.stringify(row)))
  return rowsOf(text).filter((row) => !before.has(JSON.stringify(row)))
}

const [first] = rowsOf(sample).filter(({ target }) => target[0]?.selector)
const quote = first!.target[0]!.selector!.find(({ exact }) => exact)!.exact!

test('highlights on an article that is in the project are the same file again', async () => {
  const builder = new Builder('Test', testEnv('there'))
  builder.run('source.add', {
    article: { ...article('An article', `Before. ${quote} After it.`), url: first!.uri },
  })
  const { project } = await came(builder.project)
  expect([...project.excerpts.values()].some(({ source }) => builder.project.sources.has(source))).toBe(true)
  expect(await written(project)).toBe(sample)
})

test('tags and a note of a claim are set in its annotation alone', async () => {
  const builder = await came()
  const claim = [...builder.project.claims.values()].find(({ foreign }) => foreign?.[0]?.id === first!.id)!
  builder.run('claim.tag', { claim: claim.id, tags: ['new'] })
  const note = [claim.note, 'A note.'].filter(Boolean).join('\n\n')
  builder.run('claim.note', { claim: claim.id, note })
  const text = await written(builder.project)
  expect(changed(text)).toMatchObject([
    { id: first!.id, tags: ['new'], text: first!.text },
    { text: 'A note.', references: [first!.id] },
  ])
  const { project } = await fileRead('hypothesis', text, name)
  const again = [...project.claims.values()].find(({ foreign }) => foreign?.[0]?.id === first!.id)
  expect(again).toMatchObject({ tags: ['new'], note, text: claim.text })
})

test('a category is kept for us, and a removed claim goes with its replies', async () => {
  const builder = await came()
  const answered = rowsOf(sample).find(({ references }) => references)!.references![0]!
  const [gone, kept] = [true, false].map((isGone) =>
    [...builder.project.claims.values()].find((each) => (each.foreign?.[0]?.id === answered) === isGone),
  )
  builder.run('claim.categorise', { claims: [kept!.id], category: 'hypothesis' })
  builder.run('claim.remove', { claims: [gone!.id] })
  const text = await written(builder.project)
  expect(rowsOf(text)).toHaveLength(rowsOf(sample).length - 2)
  expect(changed(text)).toHaveLength(1)
  const { project } = await fileRead('hypothesis', text, name)
  const again = [...project.claims.values()].find((each) => each.text === kept!.text)
  expect(again).toMatchObject({ category: 'hypothesis', tags: kept!.tags })
})
