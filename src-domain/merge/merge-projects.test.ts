import { describe, expect, test } from 'vitest'
import { brokenRules } from '../document/integrity'
import { applyPatch } from '../document/patch'
import { save } from '../document/save'
import { article, Builder } from '../testing/build'
import { testEnv } from '../testing/env'
import { aim, COMMON_TEXT, commonProject, copyOf, workedApart } from '../testing/two-copies'
import { areRelated, mergeProjects } from './merge-projects'
import { mergeReport, mergeSentence } from './merge-report'

/** A project, and what two people did to their copies of it. */
function apart(
  doMine: (mine: Builder) => void,
  doTheirs: (theirs: Builder) => void,
  base = commonProject().project,
) {
  const { mine, theirs } = workedApart(base, doMine, doTheirs)
  const merge = mergeProjects(base, mine, theirs)
  expect(brokenRules(merge.project)).toEqual([])
  const applied = applyPatch(mine, merge.patch)
  expect('project' in applied && save(applied.project)).toBe(save(merge.project))
  return { ...merge, base, mine, theirs }
}

const SECOND = 'It was a bribe'

const { source, map, marked, first, second, step } = commonProject()

describe('changes of two people to different things', () => {
  test('all come in, with nothing to decide', () => {
    const { project, disagreements } = apart(
      (mine) => {
        mine.run('claim.reword', { claim: first, text: 'It was plain hedging' })
        mine.claim('Mine is new')
      },
      (theirs) => {
        theirs.run('claim.reword', { claim: second, text: 'It was simple bribery' })
        theirs.relation('attack', [theirs.claim('Theirs is new', map)], first)
        theirs.run('project.rename', { title: 'Why indeed?' })
      },
    )
    expect(disagreements).toEqual([])
    const texts = [...project.claims.values()].map(({ text }) => text)
    expect(texts).toEqual(
      expect.arrayContaining([
        'It was plain hedging',
        'It was simple bribery',
        'Mine is new',
        'Theirs is new',
      ]),
    )
    expect(project.relations.size).toBe(2)
    expect(project.about.title).toBe('Why indeed?')
  })

  test('come in beside each other: the title of one, the yardstick of the other', () => {
    const { project, disagreements } = apart(
      (mine) => mine.run('project.rename', { title: 'Why indeed?' }),
      (theirs) => theirs.run('project.yardstick', { yardstick: 'phia' }),
    )
    expect(disagreements).toEqual([])
    expect(project.about).toMatchObject({ title: 'Why indeed?', yardstick: 'phia' })
  })

  test('come in field by field: the wording of one, the note and the tags of both', () => {
    const { project, disagreements } = apart(
      (mine) => {
        mine.run('claim.reword', { claim: first, text: 'It was plain hedging' })
        mine.run('claim.setTag', { claims: [first], tag: 'mine', has: true })
      },
      (theirs) => {
        theirs.run('claim.note', { claim: first, note: 'Look again.' })
        theirs.run('claim.setTag', { claims: [first], tag: 'theirs', has: true })
      },
    )
    expect(disagreements).toEqual([])
    expect(project.claims.get(first)).toMatchObject({
      text: 'It was plain hedging',
      note: 'Look again.',
      tags: ['mine', 'theirs'],
    })
  })

  test('a deletion comes in, and takes along what only moved', () => {
    const { project, disagreements } = apart(
      (mine) => mine.run('claim.remove', { claims: [second] }),
      (theirs) => {
        const card = [...theirs.project.placements.values()].find(({ claim }) => claim === second)!
        theirs.run('placement.move', { moves: [{ placement: card.id, x: 900, y: 900 }] })
      },
    )
    expect(disagreements).toEqual([])
    expect(project.claims.has(second)).toBe(false)
  })
})

describe('changes of two people to one thing', () => {
  test('a claim that both reworded keeps my wording, and is listed once', () => {
    const { project, disagreements } = apart(
      (mine) => mine.run('claim.reword', { claim: first, text: 'My wording' }),
      (theirs) => theirs.run('claim.reword', { claim: first, text: 'Their wording' }),
    )
    expect(project.claims.get(first)?.text).toBe('My wording')
    expect(disagreements).toMatchObject([
      { kind: 'changed', table: 'claims', id: first, fields: ['text'], theirs: { text: 'Their wording' } },
    ])
  })

  test.each(['mine', 'theirs'] as const)(
    'a claim that %s deleted and the other reworded is kept with its passages, cards and relations',
    (by) => {
      const remove = (builder: Builder) => void builder.run('claim.remove', { claims: [marked] })
      const reword = (builder: Builder) =>
        void builder.run('claim.reword', { claim: marked, text: 'They signed' })
      const { project, base, disagreements } = by === 'mine' ? apart(remove, reword) : apart(reword, remove)
      expect(project.claims.get(marked)?.text).toBe('They signed')
      for (const table of ['excerpts', 'placements', 'relations'] as const)
        expect([...project[table].keys()].sort()).toEqual([...base[table].keys()].sort())
      expect(disagreements).toMatchObject([{ kind: 'removed', table: 'claims', id: marked, by }])
    },
  )

  test('a claim that one deleted and the other used in a new relation is kept', () => {
    const { project, disagreements } = apart(
      (mine) => mine.run('claim.remove', { claims: [second] }),
      (theirs) => theirs.relation('support', [theirs.claim('A reason')], second),
    )
    expect(project.claims.get(second)?.text).toBe(SECOND)
    expect(disagreements).toMatchObject([{ kind: 'removed', table: 'claims', id: second, by: 'mine' }])
  })

  test('a map that one deleted and the other put cards on is kept', () => {
    const { project, disagreements } = apart(
      (mine) => {
        mine.run('map.add', { name: 'Another' })
        mine.run('map.remove', { map })
      },
      (theirs) => theirs.claim('On the old map', map),
    )
    expect(project.maps.size).toBe(2)
    expect(disagreements).toMatchObject([{ kind: 'removed', table: 'maps', id: map, by: 'mine' }])
  })

  test('a card that both placed on one map is there once', () => {
    const base = commonProject()
    const other = copyOf(base.project, 'other')
    const bare = other.claim('Not on the map yet')
    const put = (builder: Builder) => builder.run('claim.place', { map, claims: [bare] })
    const { project, disagreements } = apart(put, put, other.project)
    expect([...project.placements.values()].filter(({ claim }) => claim === bare)).toHaveLength(1)
    expect(disagreements).toEqual([])
  })

  test('two relations that come to undercut each other do not', () => {
    const builder = copyOf(commonProject().project, 'more')
    const [one, other] = [1, 2].map((number) =>
      builder.relation('attack', [builder.claim(`Reason ${number}`)], step),
    )
    const { disagreements } = apart(
      (mine) => aim(mine, one!, other!),
      (theirs) => aim(theirs, other!, one!),
      builder.project,
    )
    expect(disagreements).toHaveLength(1)
  })

  test('the same words, and the same passage, are offered as one claim', () => {
    const mark = (builder: Builder) =>
      builder.run('claim.fromSelection', { source, start: 37, end: 47, category: 'evidence' })
    const { twins } = apart(
      (mine) => {
        mine.run('claim.reword', { claim: mark(mine), text: 'America answered' })
        mine.claim('It was  “gas”')
      },
      (theirs) => {
        theirs.run('claim.reword', { claim: mark(theirs), text: 'Sanctions followed' })
        theirs.claim('it was "gas"')
      },
    )
    expect(twins.map(({ same }) => same).sort()).toEqual(['passage', 'wording'])
  })
})

test('a passage that one file has twice stays in it twice', () => {
  const { project } = commonProject()
  const [passage] = project.excerpts.values()
  const twice = { ...project, excerpts: new Map(project.excerpts).set('twice', { ...passage!, id: 'twice' }) }
  expect(mergeProjects(project, project, twice).project.excerpts.size).toBe(2)
  expect(mergeProjects(project, twice, project).project.excerpts.size).toBe(2)
})

test('a passage marked in the old text is found again in the new version that the other imported', () => {
  for (const turned of [false, true]) {
    const renew = (builder: Builder) =>
      void builder.run('source.newVersion', { source, article: article('New', 'Once more.', COMMON_TEXT) })
    const mark = (builder: Builder) =>
      void builder.run('claim.fromSelection', { source, start: 37, end: 47, category: 'evidence' })
    const { project } = turned ? apart(mark, renew) : apart(renew, mark)
    const { text } = project.sources.get(source)!
    expect(project.excerpts.size).toBe(2)
    for (const { start, end, exact, anchor } of project.excerpts.values())
      expect([text.slice(start, end), anchor]).toEqual([exact, 'exact'])
  }
})

test('without a common state nothing counts as removed, and what differs is to decide', () => {
  const [mine, theirs] = [copyOf(commonProject().project, 'mine'), copyOf(commonProject().project, 'theirs')]
  mine.run('claim.remove', { claims: [second] })
  theirs.run('claim.reword', { claim: first, text: 'Their wording' })
  const { project, disagreements } = mergeProjects(undefined, mine.project, theirs.project)
  expect(project.claims.get(second)?.text).toBe(SECOND)
  expect(disagreements).toMatchObject([{ kind: 'changed', id: first, fields: ['text'] }])
})

describe('the report of a merge', () => {
  test('has numbers that add up: what came in, was here, is left out and is to decide', () => {
    const { base, mine, theirs, ...merge } = apart(
      (mine) => {
        mine.run('claim.reword', { claim: first, text: 'My wording' })
        mine.run('claim.note', { claim: second, note: 'The same' })
      },
      (theirs) => {
        theirs.run('claim.reword', { claim: first, text: 'Their wording' })
        theirs.run('claim.note', { claim: second, note: 'The same' })
        theirs.claim('New')
      },
    )
    const report = mergeReport(base, mine, theirs, merge)
    expect(report).toEqual({ changes: 3, cameIn: 1, alreadyHere: 1, toDecide: 1, leftOut: 0 })
    expect(mergeSentence(report, true)).toBe(
      'Changed records in the other version: 3. Of these, 1 came in; 1 was here already; 1 to decide, where yours stays until then.',
    )
    expect(mergeSentence(report, false)).toMatch(/^This is a two-way merge/)
  })
})

test('two projects with one id and nothing else in common are not related', () => {
  const { project } = commonProject()
  const other = new Builder('Other', testEnv('other')).project
  expect(areRelated(project, { ...other, about: project.about })).toBe(false)
  expect(areRelated(project, project)).toBe(true)
})
