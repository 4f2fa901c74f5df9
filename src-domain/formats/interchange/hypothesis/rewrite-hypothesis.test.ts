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

test('other passages of a claim are the targets of its annotation', async () => {
  const builder = new Builder('Test', testEnv('there'))
  builder.run('source.add', {
    article: { ...article('An article', `Before. ${quote} After it.`), url: first!.uri },
  })
  const { project } = await came(builder.project)
  builder.project = project
  const claim = [...project.claims.values()].find(({ foreign }) => foreign?.[0]?.id === first!.id)!
  const [source] = project.sources.keys()
  builder.run('excerpt.add', { claim: claim.id, source: source!, start: 0, end: 7 })
  const text = await written(builder.project)
  expect(changed(text)).toMatchObject([{ id: first!.id, tags: first!.tags, text: first!.text }])
  const again = withFile(emptyProject(), (await fileRead('hypothesis', text, name)).file)
  const found = [...again.claims.values()].find(({ foreign }) => foreign?.[0]?.id === first!.id)!
  const words = [...again.excerpts.values()]
    .filter((each) => each.claim === found.id)
    .map(({ exact }) => exact)
  expect(words.sort()).toEqual([quote, 'Before.'].sort())
  expect(found).toMatchObject({ text: claim.text, note: claim.note, tags: claim.tags })

  const passage = [...builder.project.excerpts.values()].find((each) => each.exact === quote)!
  builder.run('excerpt.remove', { excerpt: passage.id })
  const after = (await fileRead('hypothesis', await written(builder.project), name)).project
  expect([...after.claims.values()].find((each) => each.text === claim.text)).toMatchObject({
    note: claim.note,
  })
})

test('a reply is rewritten, or goes, with the note that it became, and nothing else changes', async () => {
  const answered = rowsOf(sample).find(({ references }) => references)!
  const noteOf = async (change: (note: string) => string) => {
    const builder = await came()
    const claim = [...builder.project.claims.values()].find(
      ({ foreign }) => foreign?.[0]?.id === answered.references![0],
    )!
    builder.run('claim.note', { claim: claim.id, note: change(claim.note) })
    const text = await written(builder.project)
    const { project } = await fileRead('hypothesis', text, name)
    expect([...project.claims.values()].find(({ text }) => text === claim.text)!.note).toBe(
      change(claim.note),
    )
    return text
  }
  const reworded = await noteOf((note) => note.replace(answered.text, 'Other words.'))
  expect(changed(reworded)).toMatchObject([{ id: answered.id, text: 'Other words.' }])
  const gone = await noteOf(() => '')
  expect(rowsOf(gone)).toHaveLength(rowsOf(sample).length - 1)
  expect(changed(gone)).toEqual([])
  const before = await noteOf((note) => `Mine.\n\n${note}`)
  expect(changed(before)).toMatchObject([{ text: 'Mine.' }])
  const mine = await noteOf(() => 'Mine alone.')
  expect(changed(mine)).toMatchObject([{ text: 'Mine alone.' }])
})
