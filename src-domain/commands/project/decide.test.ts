import { expect, test } from 'vitest'
import { brokenRules } from '../../document/integrity'
import { load } from '../../document/load'
import { save } from '../../document/save'
import { decisionsOf } from '../../merge/decisions'
import { Builder } from '../../testing/build'
import { testEnv } from '../../testing/env'
import { runCommand } from '../registry'

const TEXT = 'Ankara signed for the S-400 in 2017.'

/** Two versions of a project, merged into the first. */
function merged(
  doMine: (mine: Builder, claim: string) => void,
  doTheirs: (theirs: Builder, claim: string) => void,
) {
  const base = new Builder('Why?', testEnv('base'))
  const source = base.source(TEXT)
  const claim = base.run('claim.fromSelection', {
    source,
    start: 0,
    end: 13,
    category: 'evidence',
    map: base.map,
  })
  const [mine, theirs] = ['mine', 'theirs'].map((name) => {
    const copy = new Builder('', testEnv(name))
    copy.project = base.project
    return copy
  }) as [Builder, Builder]
  doMine(mine, claim)
  doTheirs(theirs, claim)
  mine.run('project.mergeStates', { file: save(theirs.project), base: save(base.project) })
  return { mine, claim, items: () => decisionsOf(mine.project) }
}

const decide = (builder: Builder, take: 'mine' | 'theirs' | 'both') => {
  const [item] = decisionsOf(builder.project)
  builder.run('disagreement.decide', { disagreement: item!.id, take })
  expect(brokenRules(builder.project)).toEqual([])
}

const reworded = () =>
  merged(
    (mine, claim) => mine.run('claim.reword', { claim, text: 'They signed it' }),
    (theirs, claim) => theirs.run('claim.reword', { claim, text: 'They bought it' }),
  )

const texts = ({ project }: Builder) => [...project.claims.values()].map(({ text }) => text).sort()

test('what both reworded is to decide, survives saving, and says which words differ', () => {
  const { mine, items } = reworded()
  expect(items()).toMatchObject([
    {
      sentence: 'The claim “They signed it” differs in the two versions.',
      choices: { mine: 'Mine', theirs: 'Theirs', both: 'Keep both, as two claims' },
    },
  ])
  const words = items()[0]
    ?.fields[0]?.edits.filter(({ kind }) => kind !== 'same')
    .map(({ text }) => text)
  expect(words).toEqual(['signed', 'bought'])
  const loaded = load(save(mine.project))
  expect(loaded.ok && decisionsOf(loaded.project)).toEqual(items())
})

test.each([
  ['mine', ['They signed it']],
  ['theirs', ['They bought it']],
  ['both', ['They bought it', 'They signed it']],
] as const)('deciding for %s leaves %s', (take, expected) => {
  const { mine, items } = reworded()
  decide(mine, take)
  expect([texts(mine), items()]).toEqual([expected, []])
  // Both claims rest on the passage and are on the map.
  expect([mine.project.excerpts.size, mine.project.placements.size]).toEqual([
    expected.length,
    expected.length,
  ])
})

test('two notes can both stay, one below the other', () => {
  const { mine, claim } = merged(
    (mine, claim) => mine.run('claim.note', { claim, note: 'Mine.' }),
    (theirs, claim) => theirs.run('claim.note', { claim, note: 'Theirs.' }),
  )
  decide(mine, 'both')
  expect(mine.project.claims.get(claim)?.note).toBe('Mine.\n\nTheirs.')
})

test.each([
  ['mine', 0],
  ['theirs', 1],
] as const)('a claim that I removed and they reworded: %s', (take, left) => {
  const { mine, items } = merged(
    (mine, claim) => mine.run('claim.remove', { claims: [claim] }),
    (theirs, claim) => theirs.run('claim.reword', { claim, text: 'They bought it' }),
  )
  expect(items()).toMatchObject([{ choices: { mine: 'Remove it', theirs: 'Keep it' } }])
  decide(mine, take)
  expect([mine.project.claims.size, items()]).toEqual([left, []])
})

test('two new claims with the same words become one, or stay', () => {
  for (const [take, left] of [
    ['mine', 2],
    ['theirs', 2],
    ['both', 3],
  ] as const) {
    const { mine } = merged(
      (mine) => void mine.claim('It was hedging'),
      (theirs) => void theirs.claim('It was  hedging'),
    )
    decide(mine, take)
    expect(mine.project.claims.size).toBe(left)
  }
})

test('two claims on one passage show their categories, and the one that is taken keeps its own', () => {
  for (const [take, category] of [
    ['mine', 'assumption'],
    ['theirs', 'judgement'],
  ] as const) {
    const mark = (side: Builder, as: string) => {
      const [source] = side.project.sources.keys()
      side.run('claim.fromSelection', { source: source!, start: 14, end: 30, category: as })
    }
    const { mine, items } = merged(
      (side) => mark(side, 'assumption'),
      (side) => mark(side, 'judgement'),
    )
    const [item] = items()
    expect(item?.fields.map(({ name }) => name)).toEqual(['wording', 'category'])
    expect(item?.fields[1]?.edits.map(({ text }) => text.trim())).toEqual(['Assumption', 'Judgement'])
    decide(mine, take)
    expect([...mine.project.claims.values()].map((claim) => claim.category).sort()).toEqual(
      [category, 'evidence'].sort(),
    )
  }
})

test('the premises of a relation are shown in words and decided together with its target', () => {
  const { mine, items } = merged(
    (mine, claim) => mine.relation('support', [claim], mine.claim('It was hedging')),
    (theirs) => theirs.claim('It was a bribe'),
  )
  const [step] = mine.project.relations.keys()
  const theirs = new Builder('', testEnv('later'))
  theirs.project = mine.project
  const base = save(mine.project)
  theirs.run('relation.turn', { relation: step! })
  mine.run('relation.link', { relation: step!, premise: mine.claim('They said so') })
  mine.run('project.mergeStates', { file: save(theirs.project), base })
  const sides = items()[0]?.fields.map(({ name, edits }) => [name, edits.map(({ text }) => text).join('')])
  expect(sides?.map(([name]) => name).sort()).toEqual(['premises', 'target'])
  expect(JSON.stringify(sides)).toContain('They said so')
  decide(mine, 'theirs')
  const { premises, target } = theirs.project.relations.get(step!)!
  expect(mine.project.relations.get(step!)).toMatchObject({ premises, target })
})

test('the yardstick is decided too, and the title stays', () => {
  const { mine } = merged(
    (mine) => mine.run('project.yardstick', { yardstick: 'icd203' }),
    (theirs) => theirs.run('project.yardstick', { yardstick: 'phia' }),
  )
  const { title } = mine.project.about
  decide(mine, 'theirs')
  expect(mine.project.about).toMatchObject({ title, yardstick: 'phia' })
})

test('the title is decided too', () => {
  const { mine } = merged(
    (mine) => mine.run('project.rename', { title: 'Mine' }),
    (theirs) => theirs.run('project.rename', { title: 'Theirs' }),
  )
  decide(mine, 'theirs')
  expect(mine.project.about.title).toBe('Theirs')
})

test('merging the same version again asks nothing twice, and what is decided or deleted is no longer asked', () => {
  const { mine, claim } = reworded()
  const before = mine.project.disagreements.size
  expect(before).toBe(1)
  const [item] = decisionsOf(mine.project)
  mine.run('claim.remove', { claims: [claim] })
  expect(mine.project.disagreements.size).toBe(0)
  const outcome = runCommand(
    mine.project,
    'disagreement.decide',
    { disagreement: item!.id, take: 'mine' },
    testEnv('x'),
  )
  expect(outcome).toEqual({ refusal: 'This is decided already. Nothing was changed.' })
})

test('the card of a second wording covers no other, also at the edge of a map', () => {
  const { mine, claim } = reworded()
  const [placement] = mine.project.placements.values()
  mine.run('placement.move', { moves: [{ placement: placement!.id, x: 71, y: 1e7 }] })
  decide(mine, 'both')
  const cards = [...mine.project.placements.values()]
  expect(cards.map(({ claim: of }) => of === claim).sort()).toEqual([false, true])
  expect(cards.every(({ y }) => y <= 1e7)).toBe(true)
  expect(Math.abs(cards[0]!.y - cards[1]!.y)).toBeGreaterThan(40)
})

test('values are shown in the words of the screen, not of the file', () => {
  const { mine, claim } = merged(
    (mine, claim) => {
      mine.run('project.yardstick', { yardstick: 'icd203' })
      mine.run('claim.standing', { claim, standing: 'given', note: 'The treaty says so' })
      mine.run('claim.judge', { claim, likelihood: 'likely', confidence: 'low', basis: 'One source' })
    },
    (theirs, claim) => {
      theirs.run('project.yardstick', { yardstick: 'phia' })
      theirs.run('claim.standing', { claim, standing: 'aside' })
      theirs.run('claim.judge', { claim, likelihood: 'highly likely', confidence: '', basis: '' })
    },
  )
  const side = (edits: readonly { kind: string; text: string }[], without: string) =>
    edits.flatMap(({ kind, text }) => (kind === without ? [] : text)).join('')
  const shown = decisionsOf(mine.project).flatMap(({ fields }) =>
    fields.map(({ name, edits }) => [name, side(edits, 'added'), side(edits, 'removed')]),
  )
  expect(shown.sort()).toEqual([
    ['judgement of likelihood', 'likely. Confidence is low. One source.', 'highly likely.'],
    ['reason of the standing', 'The treaty says so', '(nothing)'],
    ['standing', 'taken as given', 'set aside'],
    ['yardstick', 'ICD 203', 'PHIA probability yardstick'],
  ])
  expect(mine.project.claims.has(claim)).toBe(true)
})

test('of a passage that two placed differently only its words are shown', () => {
  const { mine } = merged(
    (mine) => {
      const [excerpt] = mine.project.excerpts.keys()
      mine.run('excerpt.place', { excerpt: excerpt!, start: 0, end: 20 })
    },
    (theirs) => {
      const [excerpt] = theirs.project.excerpts.keys()
      theirs.run('excerpt.place', { excerpt: excerpt!, start: 7, end: 26 })
    },
  )
  expect(decisionsOf(mine.project)[0]?.fields.map(({ name }) => name)).toEqual(['words of the passage'])
})
