import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Project } from '../../../document/project'
import { Builder } from '../../../testing/build'
import { testEnv } from '../../../testing/env'
import { exportEnv } from '../../../testing/export-env'
import { DEFAULT_LOOK } from '../../export/picture-options'
import { EXPORT_WRITERS } from '../../export/writers'
import { emptyProject, fileRead, withFile } from '../testing/read'

interface Annotation {
  readonly id: string
  readonly body: readonly { readonly purpose?: string; readonly value: string }[]
  readonly target: unknown
}

const sample = readFileSync(join(import.meta.dirname, 'samples', 'recogito-like.json'), 'utf8')

const written = async (project: Project) =>
  String(await EXPORT_WRITERS['web-annotation']({ project, map: '', ...DEFAULT_LOOK }, exportEnv))

async function came(): Promise<Builder> {
  const builder = new Builder('Test', testEnv('edit'))
  builder.project = withFile(emptyProject(), (await fileRead('web-annotation', sample, 'a.json')).file)
  return builder
}

/** The annotations before and after that are not the same. */
function changes(after: string): [Annotation | undefined, Annotation | undefined][] {
  const [one, other] = [sample, after].map(
    (text) => new Map((JSON.parse(text) as Annotation[]).map((each) => [each.id, each])),
  ) as [Map<string, Annotation>, Map<string, Annotation>]
  return [...new Set([...one.keys(), ...other.keys()])]
    .map((id) => [one.get(id), other.get(id)] as [Annotation | undefined, Annotation | undefined])
    .filter(([a, b]) => JSON.stringify(a) !== JSON.stringify(b))
}

test('tags, category and note of a claim are set in its annotation alone', async () => {
  const builder = await came()
  const [claim] = builder.project.claims.values()
  builder.run('claim.tag', { claim: claim!.id, tags: ['new'] })
  builder.run('claim.note', { claim: claim!.id, note: 'A note.' })
  builder.run('claim.categorise', { claims: [claim!.id], category: 'hypothesis' })
  const text = await written(builder.project)
  const [[before, after] = [], ...more] = changes(text)
  expect(more).toEqual([])
  expect(after?.target).toEqual(before?.target)
  expect(after?.body.map(({ purpose, value }) => `${purpose}: ${value}`)).toEqual(
    expect.arrayContaining(['tagging: new', 'describing: A note.', 'classifying: Hypothesis']),
  )
  const { project } = await fileRead('web-annotation', text, 'a.json')
  expect([...project.claims.values()][0]).toMatchObject({ tags: ['new'], note: 'A note.', text: claim!.text })
})

test('a removed claim goes with what points to it, and a new one and its relation are added', async () => {
  const builder = await came()
  const [relation] = builder.project.relations.values()
  builder.run('claim.remove', { claims: [relation!.target] })
  const premise = relation!.premises[0]!
  const added = builder.claim('Added')
  builder.relation('attack', [added], premise)
  const text = await written(builder.project)
  const found = changes(text)
  expect(found.filter(([, after]) => !after)).toHaveLength(2)
  expect(found.filter(([before]) => !before)).toHaveLength(2)
  expect(found.every(([before, after]) => !before || !after)).toBe(true)
  const again = (await fileRead('web-annotation', text, 'a.json')).project
  expect([...again.relations.values()].map(({ kind }) => kind)).toEqual(['attack'])
})
