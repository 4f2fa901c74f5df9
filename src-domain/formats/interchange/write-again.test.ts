import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Project } from '../../document/project'
import { Builder } from '../../testing/build'
import { exportEnv } from '../../testing/export-env'
import { testEnv } from '../../testing/env'
import type { ExportFormatName } from '../export/catalogue'
import { DEFAULT_LOOK } from '../export/picture-options'
import { EXPORT_WRITERS } from '../export/writers'
import type { InterchangeName } from './catalogue'
import { emptyProject, fileRead, withFile } from './testing/read'
import { said } from './testing/said'

const WRITTEN: readonly (readonly [InterchangeName, ExportFormatName])[] = [
  ['aif', 'aif'],
  ['sadface', 'sadface'],
  ['agxml', 'agxml'],
  ['canvas', 'json-canvas'],
  ['kialo', 'kialo'],
]

const samples = WRITTEN.flatMap(([name, format]) =>
  readdirSync(join(import.meta.dirname, name, 'samples'))
    .filter(
      (file) => !/to-be-refused|broken|empty/.test(file) && (name === 'kialo' || !file.endsWith('.txt')),
    )
    .map((file) => [name, format, file] as const),
)

/** One edit of an analyst. The numbers choose what it is done to. */
type Edit = (builder: Builder, one: string, other: string, relation: string | undefined) => void

const EDITS: Readonly<Record<string, Edit>> = {
  'claim added': (builder, one) => {
    const claim = builder.claim('An added claim', builder.map)
    builder.relation('attack', [claim], one)
  },
  'undercut added': (builder, _one, _other, relation) => {
    if (relation) builder.relation('attack', [builder.claim('An undercut', builder.map)], relation)
  },
  'claim removed': (builder, one) => builder.run('claim.remove', { claims: [one] }),
  'relation removed': (builder, _one, _other, relation) => {
    if (relation) builder.run('relation.remove', { relation })
  },
  'kind changed': (builder, _one, _other, relation) => {
    const { kind, targetType } = builder.project.relations.get(relation ?? '') ?? {}
    // Not every format has a form for a support of a step.
    if (!relation || targetType !== 'claim') return
    builder.run(kind === 'attack' ? 'relation.support' : 'relation.attack', { relation })
  },
  'premise linked': (builder, _one, _other, relation) => {
    if (relation)
      builder.run('relation.link', { relation, premise: builder.claim('A linked premise', builder.map) })
  },
  'claim reworded': (builder, one) => builder.run('claim.reword', { claim: one, text: 'Other words' }),
  'note written': (builder, one) => builder.run('claim.note', { claim: one, note: 'A note.' }),
  'card moved': (builder, one) => {
    const card = [...builder.project.placements.values()].find(({ claim }) => claim === one)
    if (card) builder.run('placement.move', { moves: [{ placement: card.id, x: 4321, y: 1234 }] })
  },
}

const written = async (name: ExportFormatName, project: Project) =>
  String(
    await EXPORT_WRITERS[name](
      { project, map: [...project.maps.keys()].at(-1)!, ...DEFAULT_LOOK },
      exportEnv,
    ),
  )

/** The elements of a file: nodes and edges of JSON, lines of anything else. */
function elementsOf(text: string): string[] {
  if (!text.trimStart().startsWith('{')) return text.split('\n')
  const lists = (value: unknown): unknown[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.values(value).flatMap((each: unknown) =>
          Array.isArray(each) ? (each as unknown[]) : lists(each),
        )
  return lists(JSON.parse(text)).map((each) => JSON.stringify(each))
}

/** Edits that make what a format has no form for. */
const UNSAID: Partial<Record<InterchangeName, RegExp>> = { kialo: /undercut|linked/ }

describe.each(samples)('%s as %s: %s', (name, format, file) => {
  const text = readFileSync(join(import.meta.dirname, name, 'samples', file), 'utf8')

  const edits = Object.keys(EDITS).filter((edit) => !UNSAID[name]?.test(edit))

  test.each(edits)('P9 after “%s” the rest of the file is as it was', async (edit) => {
    const came = withFile(emptyProject(), (await fileRead(name, text, file)).file)
    await fc.assert(
      fc.asyncProperty(fc.nat(50), fc.nat(50), fc.nat(50), async (one, other, relation) => {
        const builder = new Builder('Test', testEnv('edit'))
        builder.project = came
        const claims = [...came.claims.keys()]
        const relations = [...came.relations.keys()]
        EDITS[edit]!(
          builder,
          claims[one % claims.length]!,
          claims[other % claims.length]!,
          relations[relation % relations.length],
        )
        const again = await written(format, builder.project)
        const back = withFile(emptyProject(), (await fileRead(name, again, file)).file)
        expect(said(back)).toEqual(said(builder.project))
        const before = elementsOf(text)
        const now = new Set(elementsOf(again))
        const changed = before.filter((each) => !now.has(each))
        if (!/removed/.test(edit)) expect(changed.length).toBeLessThanOrEqual(3)
      }),
      { numRuns: 3, seed: 17 },
    )
  })
})
