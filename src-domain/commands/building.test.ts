import { expect, test } from 'vitest'
import { CARD_GAP } from '../canvas/card'
import { typicalHeight } from '../canvas/card-layout'
import { INDENT } from '../canvas/lines/hanging'
import { sceneCards } from '../canvas/scene'
import { invertPatch } from '../document/patch'
import { Builder } from '../testing/build'
import { relationTurn } from './relation/edit'

const stands = (builder: Builder, claim: string) =>
  [...builder.project.placements.values()].find((each) => each.claim === claim)!

test('a ground is placed under its card and linked to it, as one undo entry', () => {
  const builder = new Builder()
  const conclusion = builder.claim('It was hedging.', builder.map)
  const ground = builder.run('claim.addUnder', {
    target: conclusion,
    kind: 'support',
    map: builder.map,
    text: 'Both suppliers were kept.',
  })
  expect([...builder.project.relations.values()]).toMatchObject([
    { kind: 'support', premises: [ground], target: conclusion },
  ])
  expect(stands(builder, ground).y).toBeGreaterThan(stands(builder, conclusion).y + 60)
  expect(
    builder.patches
      .at(-1)!
      .map(({ table }) => table)
      .sort(),
  ).toEqual(['claims', 'placements', 'relations'])
})

test('a new claim without a category is a judgement if it is in own words, else of the first one', () => {
  const builder = new Builder()
  builder.run('category.edit', { category: 'question', fields: { key: '1' } })
  const source = builder.source('Ankara signed in 2017.')
  const target = builder.run('claim.add', { text: 'It was hedging.', map: builder.map })
  const onMap = { map: builder.map, kind: 'support' } as const
  const text = 'Both were kept.'
  builder.run('claim.addUnder', { target, text, ...onMap })
  builder.run('claim.addOver', { premise: target, what: { text }, ...onMap })
  builder.run('claim.fromSelection', { source, start: 0, end: 6 })
  const what = { source, start: 7, end: 13 }
  builder.run('claim.placeLinked', { what, map: builder.map, as: 'support', targetType: 'claim', target })
  const categories = () => [...builder.project.claims.values()].map(({ category }) => category)
  expect(categories()).toEqual(['judgement', 'judgement', 'judgement', 'question', 'question'])
  builder.run('category.remove', { category: 'judgement', to: 'hypothesis' })
  builder.run('claim.add', { text: 'Without that category, the first one is for all.' })
  expect(categories().at(-1)).toBe('question')
})

test('a new ground is placed under its claim, never beside it or its rival, however many there are', () => {
  const builder = new Builder()
  const conclusion = builder.claim('It was hedging.', builder.map)
  const { x, y } = stands(builder, conclusion)
  builder.run('claim.add', {
    text: 'It was bribery.',
    category: 'hypothesis',
    map: builder.map,
    at: { x: x + 900, y },
  })
  for (let count = 1; count <= 40; count++) {
    const text =
      count % 3
        ? 'Both suppliers were kept.'
        : 'Both suppliers were kept, as they had been before. '.repeat(4)
    const ground = builder.run('claim.addUnder', {
      target: conclusion,
      kind: 'support',
      map: builder.map,
      text,
    })
    expect(stands(builder, ground).y).toBeGreaterThan(y + typicalHeight('It was hedging.'))
    expect(stands(builder, ground).x).toBe(x + INDENT)
  }
})

test('a new card keeps its distance from cards that warn of a single source', () => {
  const builder = new Builder()
  const source = builder.source('Ankara signed in 2017. It paid in 2018.')
  const at = { map: builder.map, category: 'evidence' }
  const claim = builder.run('claim.fromSelection', { ...at, source, start: 0, end: 22 })
  builder.run('excerpt.add', { claim, source, start: 23, end: 39 })
  const typed = { what: { text: 'C', category: 'judgement' }, map: builder.map, as: 'premise' } as const
  const conclusion = {
    text: 'It was hedging.',
    category: 'hypothesis',
    map: builder.map,
    at: { x: 0, y: -400 },
  }
  const step = builder.relation('support', [claim], builder.run('claim.add', conclusion))
  builder.run('claim.placeLinked', { ...typed, targetType: 'relation', target: step })
  const { project, map } = builder
  const [warning, , linked] = sceneCards(project, map, (text, { size }) => text.length * size * 0.55)
  expect(warning!.face.badges.at(-1)!.row).toBe(1)
  expect(linked!.rect.y).toBeGreaterThanOrEqual(warning!.rect.y + warning!.rect.height + CARD_GAP)
})

test('words dropped on a relation become its linked premise, as one undo entry', () => {
  const builder = new Builder()
  const [a, b] = [builder.claim('A', builder.map), builder.claim('B', builder.map)]
  const step = builder.relation('support', [a], b)
  const source = builder.source('Ankara signed in 2017.')
  const before = builder.project
  builder.run('claim.placeLinked', {
    what: { source, start: 0, end: 22, category: 'evidence' },
    map: builder.map,
    as: 'premise',
    targetType: 'relation',
    target: step,
  })
  expect(builder.project.relations.get(step)!.premises).toHaveLength(2)
  expect(invertPatch(builder.patches.at(-1)!)).toHaveLength(4)
  expect(before.excerpts.size).toBe(0)
})

test('a wording typed for a linked premise becomes a claim below the premise, as one undo entry', () => {
  const builder = new Builder()
  const [a, b] = [builder.claim('A', builder.map), builder.claim('B', builder.map)]
  const step = builder.relation('support', [a], b)
  const typed = { what: { text: 'C', category: 'judgement' }, map: builder.map, as: 'premise' } as const
  const selected = builder.run('claim.placeLinked', { ...typed, targetType: 'relation', target: step })
  const [, fresh] = builder.project.relations.get(step)!.premises
  expect(selected).toBe(fresh)
  expect(builder.project.claims.get(fresh!)).toMatchObject({ text: 'C', category: 'judgement' })
  expect(stands(builder, fresh!).x).toBe(stands(builder, a).x)
  expect(stands(builder, fresh!).y).toBeGreaterThan(stands(builder, a).y)
  expect(builder.patches.at(-1)).toHaveLength(3)
})

test('a wording typed for the target of a claim becomes a claim above it, a rival beside it', () => {
  const builder = new Builder()
  const ground = builder.claim('A', builder.map)
  const over = { premise: ground, map: builder.map }
  const target = (step: string) => builder.project.relations.get(step)!.target
  const above = target(builder.run('claim.addOver', { ...over, kind: 'support', what: { text: 'B' } }))
  expect(builder.patches.at(-1)).toHaveLength(3)
  expect(stands(builder, above).y).toBeLessThan(stands(builder, ground).y - 60)
  const rival = target(builder.run('claim.addOver', { ...over, kind: 'contradict', what: { text: 'C' } }))
  expect(stands(builder, rival).y).toBe(stands(builder, ground).y)
})

test('linking claims that are on no map adds both to the map', () => {
  const builder = new Builder()
  const [ground, conclusion] = [builder.claim('A'), builder.claim('B')]
  const link = { premise: ground, kind: 'support', map: builder.map } as const
  builder.run('claim.addOver', { ...link, what: { claim: conclusion } })
  expect(builder.patches.at(-1)).toHaveLength(3)
  expect(stands(builder, conclusion).y).toBeLessThan(stands(builder, ground).y - 60)
})

test('an existing claim used as a ground is placed under its target', () => {
  const builder = new Builder()
  const [ground, conclusion] = [builder.claim('A'), builder.claim('B')]
  const at = { x: 900, y: 900 }
  builder.run('claim.place', { claims: [conclusion], map: builder.map, at })
  const link = { what: { claim: ground }, map: builder.map, as: 'support' } as const
  builder.run('claim.placeLinked', { ...link, targetType: 'claim', target: conclusion })
  expect(stands(builder, ground).y).toBeGreaterThan(stands(builder, conclusion).y + 60)
})

test('a drop that cannot be linked adds nothing to the map', () => {
  const builder = new Builder()
  const a = builder.claim('A')
  const drop = {
    what: { claim: a },
    map: builder.map,
    as: 'support',
    targetType: 'claim',
    target: a,
  } as const
  expect(() => builder.run('claim.placeLinked', drop)).toThrow('support or attack itself')
  expect(builder.project.placements.size).toBe(0)
})

test('independent reasons can be linked, unless one has details of its own', () => {
  const builder = new Builder()
  const [a, b, c] = ['A', 'B', 'C'].map((text) => builder.claim(text, builder.map)) as [
    string,
    string,
    string,
  ]
  const one = builder.relation('support', [a], c)
  const two = builder.relation('support', [b], c)
  builder.run('relation.warrant', { relation: two, warrant: 'It always was so.' })
  expect(() => builder.run('relation.join', { claims: [a, b] })).toThrow('would be lost')
  builder.run('relation.warrant', { relation: two, warrant: '' })
  expect(builder.run('relation.join', { claims: [a, b] })).toBe(one)
  expect([...builder.project.relations.values()]).toMatchObject([{ id: one, premises: [a, b], target: c }])
})

test('an open critical question is added to the map as an undercut of the relation', () => {
  const builder = new Builder()
  const [a, b] = [builder.claim('A', builder.map), builder.claim('B', builder.map)]
  const step = builder.relation('support', [a], b)
  builder.run('relation.scheme', { relation: step, scheme: 'expert-opinion' })
  builder.run('relation.ask', { relation: step, question: 'field', map: builder.map })
  const asked = [...builder.project.relations.values()].find(({ target }) => target === step)!
  expect(asked).toMatchObject({ kind: 'attack', targetType: 'relation' })
  expect(builder.project.claims.get(asked.premises[0]!)).toMatchObject({ category: 'question' })
  expect(() => builder.run('relation.ask', { relation: step, question: 'field', map: builder.map })).toThrow(
    'already on the map',
  )
  expect(() => builder.run('relation.ask', { relation: step, question: 'nobody', map: builder.map })).toThrow(
    'no such question',
  )
})

test('an answer to a critical question is stored by the question’s name, and an empty answer reopens the question', () => {
  const builder = new Builder()
  const step = builder.relation('support', [builder.claim('A')], builder.claim('B'))
  const answer = (words: string) =>
    builder.run('relation.answer', { relation: step, question: 'field', answer: words })
  answer('Yes, by training.')
  expect(builder.project.relations.get(step)!.answers).toEqual([
    { question: 'field', answer: 'Yes, by training.' },
  ])
  answer('')
  expect(builder.project.relations.get(step)!.answers).toEqual([])
})

test('a relation between two claims can be reversed; a contradiction cannot, because it is mutual', () => {
  const builder = new Builder()
  const [a, b] = [builder.claim('A'), builder.claim('B')]
  const step = builder.relation('support', [a], b)
  const from = () => relationTurn.from!({ project: builder.project, claims: [], sources: [], relation: step })
  builder.run('relation.turn', from()!)
  expect(builder.project.relations.get(step)).toMatchObject({ premises: [b], target: a })
  builder.run('relation.contradict', { relation: step })
  expect(from()).toBeUndefined()
  expect(() => builder.run('relation.turn', { relation: step })).toThrow('Only a relation between two claims')
})
