import { expect, test } from 'vitest'
import { mapAlone } from '../../../document/map-alone'
import type { Project } from '../../../document/project'
import { Builder } from '../../../testing/build'
import { testEnv } from '../../../testing/env'
import { exportEnv } from '../../../testing/export-env'
import { DEFAULT_LOOK } from '../../export/picture-options'
import { richSample } from '../../export/testing/rich-sample'
import { EXPORT_WRITERS } from '../../export/writers'
import { emptyProject, fileRead, withFile } from '../testing/read'

const written = async (project: Project, map: string) =>
  String(await EXPORT_WRITERS['json-canvas']({ project, map, ...DEFAULT_LOOK }, exportEnv))

const read = async (text: string) => (await fileRead('canvas', text, 'a.canvas')).project

/** What a canvas says under our key, by the wordings of claims. */
function details(project: Project): unknown[] {
  const { claims, relations, placements, categories, groups, maps } = project
  const words = (id: string) => claims.get(id)?.text
  return [
    [...placements.values()].map((card) => {
      const { text, note, tags, category, unstated } = claims.get(card.claim)!
      const { colour, pinned, collapsed, group } = card
      const of = [categories.get(category)?.name, groups.get(group)?.title]
      return JSON.stringify([text, note, tags, unstated, colour, pinned, collapsed, ...of])
    }),
    [...relations.values()].map(({ kind, scheme, warrant, strength, note, answers, premises }) =>
      JSON.stringify([kind, scheme, warrant, strength, note, answers, premises.map(words).sort()]),
    ),
    [...groups.values()].map(({ title }) => title),
    [...maps.values()].map(({ name, caveat, steps }) => JSON.stringify([name, caveat, steps.map(words)])),
  ].map((list) => list.sort())
}

/** A map with all that Markdown and arrows have no words for. */
function fullMap(): { project: Project; map: string } {
  const builder = new Builder()
  const sample = richSample()
  builder.project = sample.project
  const { map } = sample
  const [card, other] = [...builder.project.placements.values()]
  builder.run('category.add', { name: 'Key *assumption*' })
  const category = [...builder.project.categories.values()].at(-1)!.id
  builder.run('claim.categorise', { claims: [card!.claim], category })
  builder.run('claim.reword', { claim: other!.claim, text: '\u200B' })
  builder.run('placement.pin', { claims: [card!.claim], map, pinned: true })
  builder.run('placement.colour', { claims: [card!.claim], map, colour: 'slate' })
  builder.run('map.steps', { map, steps: [other!.claim, card!.claim] })
  const [group] = builder.project.groups.values()
  const empty = { ...group!, id: 'empty', title: 'Without cards' }
  return { project: { ...builder.project, groups: new Map(builder.project.groups).set('empty', empty) }, map }
}

test('P9 a map written as a canvas says the same when it is read', async () => {
  const { project, map } = fullMap()
  const again = await read(await written(project, map))
  expect(details(again)).toEqual(details(mapAlone(project, map)))
})

test('a wording that another program has changed counts, and what our key says stays', async () => {
  const { project, map } = richSample()
  const text = (await written(project, map)).replace('The closure was planned', 'It was *not* planned')
  const claim = [...(await read(text)).claims.values()].find((each) => each.text.includes('planned'))
  expect(claim).toMatchObject({ text: 'It was not planned', tags: ['rival'] })
})

test('what a canvas has no words for is written again under our key, and nothing else changes', async () => {
  const text = JSON.stringify({
    nodes: [
      { id: 'a', type: 'text', text: 'One', x: 0, y: 0, width: 100, height: 50, foreign: 1 },
      { id: 'b', type: 'text', text: 'Two', x: 0, y: 200, width: 100, height: 50 },
    ],
    edges: [{ id: 'e', fromNode: 'b', toNode: 'a', label: 'because' }],
  })
  const builder = new Builder('Test', testEnv('edit'))
  builder.project = withFile(emptyProject(), (await fileRead('canvas', text, 'a.canvas')).file)
  const [claim] = [...builder.project.claims.values()]
  const [relation] = builder.project.relations.keys()
  builder.run('claim.note', { claim: claim!.id, note: 'A note.' })
  builder.run('relation.warrant', { relation: relation!, warrant: 'A warrant.' })
  builder.run('map.caveat', { map: builder.map, caveat: 'A caveat.' })
  const again = await written(builder.project, builder.map)
  const expected = JSON.parse(text) as { nodes: object[]; edges: object[]; counterpoint?: object }
  Object.assign(expected.nodes[0]!, { counterpoint: { note: 'A note.' } })
  Object.assign(expected.edges[0]!, { counterpoint: { warrant: 'A warrant.' } })
  expected.counterpoint = { caveat: 'A caveat.' }
  expect(JSON.parse(again)).toEqual(expected)
  expect(details(await read(again))).toEqual(details(builder.project))
})

test('a card that left its group without moving, and a group without cards, are written again', async () => {
  const { project, map } = richSample()
  const builder = new Builder('Test', testEnv('edit'))
  const file = (await fileRead('canvas', await written(project, map), 'a.canvas')).file
  builder.project = withFile(emptyProject(), file)
  const [card] = [...builder.project.placements.values()].filter(({ group }) => group !== '')
  const [group] = builder.project.groups.values()
  const placements = new Map(builder.project.placements).set(card!.id, { ...card!, group: '' })
  const groups = new Map(builder.project.groups).set('new', { ...group!, id: 'new', title: 'New' })
  const changed = { ...builder.project, placements, groups }
  const again = await read(await written(changed, builder.map))
  expect(details(again)).toEqual(details(changed))
})
