import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { mapAlone } from '../../document/map-alone'
import { brokenRules } from '../../document/integrity'
import { load } from '../../document/load'
import { invertPatch, applyPatch } from '../../document/patch'
import { PatchSchema } from '../../document/patch-schema'
import type { Project } from '../../document/project'
import { save } from '../../document/save'
import { Builder } from '../../testing/build'
import { commandSequence } from '../../testing/command-sequence'
import { testEnv } from '../../testing/env'
import { sampleProject } from '../../testing/sample'
import { runCommand } from '../registry'

const empty = () => new Builder('Mine', testEnv('mine'))
const all = <Row>(table: ReadonlyMap<string, Row>): Row[] => [...table.values()]

/** A builder that continues with a project. */
function goOn(project: Project): Builder {
  const builder = new Builder('', testEnv('more'))
  builder.project = project
  return builder
}

/** The file of a map with linked premises, an undercut and passages in two articles. */
function exported(change: (text: string) => string = (text) => text) {
  const theirs = new Builder('Theirs', testEnv('theirs'))
  const { map } = theirs
  const mark = (source: string, start: number, end: number) =>
    theirs.run('claim.fromSelection', { source, start, end, category: 'evidence', map })
  const a = mark(theirs.source('Ankara signed for the S-400 in 2017.'), 0, 13)
  const b = mark(theirs.source('Washington answered with sanctions.'), 11, 19)
  const step = theirs.relation('support', [a, b], theirs.claim('It was hedging.', map))
  const undercut = theirs.relation('attack', [theirs.claim('It proves nothing.', map)], step)
  const { project } = theirs
  return { project, map, step, undercut, a, file: change(save(mapAlone(project, map))) }
}

describe('a map merged into an empty project', () => {
  test('P9 is complete: claims, relations, passages, articles and positions are as they were', () => {
    const { project, file } = exported()
    const mine = empty()
    mine.run('project.merge', { file })
    for (const table of ['sources', 'claims', 'excerpts', 'relations', 'placements'] as const) {
      expect(all<unknown>(mine.project[table])).toEqual(all<unknown>(project[table]))
    }
    expect([mine.project.maps.size, mine.project.categories.size]).toEqual([2, 5])
  })

  test('P7 has exact passages', () => {
    const mine = empty()
    mine.run('project.merge', { file: exported().file })
    expect(all(mine.project.excerpts).map(({ anchor }) => anchor)).toEqual(['exact', 'exact'])
    expect(brokenRules(mine.project)).toEqual([])
  })

  test('is shown, and one undo removes all of it', () => {
    const mine = empty()
    const before = save(mine.project)
    const { map, file } = exported()
    expect(mine.run('project.merge', { file })).toBe(map)
    const undone = applyPatch(mine.project, invertPatch(mine.patches.at(-1)!))
    expect('project' in undone && save(undone.project)).toBe(before)
  })
})

describe('the yardstick of a merged project', () => {
  const theirs = exported().project
  const file = save({ ...theirs, about: { ...theirs.about, yardstick: 'phia' } })

  test('is taken by a project that has chosen none, and goes with the import when that is undone', () => {
    const mine = empty()
    const before = save(mine.project)
    mine.run('project.merge', { file })
    expect(mine.project.about.yardstick).toBe('phia')
    const undone = applyPatch(mine.project, invertPatch(mine.patches.at(-1)!))
    expect('project' in undone && save(undone.project)).toBe(before)
  })

  test('does not replace the own one, or that of words in use', () => {
    const chosen = empty()
    chosen.run('project.yardstick', { yardstick: 'icd203' })
    const judged = empty()
    const claim = judged.claim('It was hedging.')
    judged.run('claim.judge', { claim, likelihood: 'very likely', confidence: '', basis: '' })
    for (const mine of [chosen, judged]) {
      const { yardstick } = mine.project.about
      mine.run('project.merge', { file })
      expect(mine.project.about.yardstick).toBe(yardstick)
    }
  })
})

describe('a map merged into a project that has much of it already', () => {
  test('uses the same claims, passages and articles, and adds a map', () => {
    const mine = empty()
    const { map, file } = exported()
    mine.run('project.merge', { file })
    const once = mine.project
    const second = mine.run('project.merge', { file })
    for (const table of ['categories', 'sources', 'claims', 'excerpts', 'relations'] as const) {
      expect(mine.project[table]).toEqual(once[table])
    }
    expect(second).not.toBe(map)
    expect(mine.project.placements.size).toBe(2 * once.placements.size)
    expect(brokenRules(mine.project)).toEqual([])
  })

  test('finds an article by its text and a category by its name, whatever their ids', () => {
    const mine = empty()
    const source = mine.source('Ankara signed for the S-400 in 2017.')
    mine.run('project.merge', { file: exported((text) => text.replaceAll('"evidence"', '"proof"')).file })
    expect(mine.project.sources.size).toBe(2)
    expect(all(mine.project.excerpts).map((each) => each.source)).toContain(source)
    expect(mine.project.categories.size).toBe(5)
    expect(all(mine.project.claims).filter(({ category }) => category === 'evidence')).toHaveLength(2)
  })

  test('a claim that differs under the same id is added as a copy, with copies of everything that depends on it', () => {
    const mine = empty()
    const { a, step, undercut, file } = exported()
    mine.run('project.merge', { file })
    const before = mine.project
    mine.run('project.merge', { file: file.replace('"text": "Ankara signed"', '"text": "Another reading"') })
    const copy = all(mine.project.claims).find(({ text }) => text === 'Another reading')!
    expect(mine.project.claims.size).toBe(before.claims.size + 1)
    expect(mine.project.claims.get(a)).toEqual(before.claims.get(a))
    const added = all(mine.project.relations).filter(({ id }) => !before.relations.has(id))
    const [again, over] = ['claim', 'relation'].map((type) =>
      added.find(({ targetType }) => targetType === type)!,
    )
    expect(again!.premises).toContain(copy.id)
    expect(over!.target).toBe(again!.id)
    expect(mine.project.relations.get(step)).toEqual(before.relations.get(step))
    expect(mine.project.relations.get(undercut)!.target).toBe(step)
    expect(all(mine.project.excerpts).filter(({ claim }) => claim === copy.id)).toMatchObject([
      { exact: 'Ankara signed', anchor: 'exact' },
    ])
    expect(brokenRules(mine.project)).toEqual([])
  })

  test('an imported category does not take the key of another', () => {
    const theirs = goOn(exported().project)
    theirs.run('category.add', { name: 'Indicator' })
    const mine = empty()
    mine.run('category.add', { name: 'Doubt' })
    mine.run('project.merge', { file: save(theirs.project) })
    const keys = all(mine.project.categories).map(({ name, key }) => `${name} ${key}`)
    expect(keys).toContain('Doubt 6')
    expect(keys).toContain('Indicator ')
  })

  test('a relation to a relation is added after it, whatever their order in the file', () => {
    const { file } = exported()
    const { relations } = JSON.parse(file) as { relations: unknown[] }
    const turned = JSON.stringify({ ...(JSON.parse(file) as object), relations: relations.toReversed() })
    const mine = empty()
    mine.run('project.merge', { file: turned })
    mine.run('project.merge', { file: turned.replaceAll('It was hedging.', 'It was a bribe.') })
    expect(brokenRules(mine.project)).toEqual([])
    expect(mine.project.relations.size).toBe(4)
  })
})

test('P11 a file that is not a project is refused with the message of loading', () => {
  const { project, env } = empty()
  for (const file of ['', '[]', exported().file.slice(0, -30)]) {
    expect(runCommand(project, 'project.merge', { file }, env)).toEqual({
      refusal: (load(file) as { message: string }).message,
    })
  }
})

test('P9 every exported map of any project opens alone and merges back without a new claim', () => {
  fc.assert(
    fc.property(commandSequence(25), (steps) => {
      let project = sampleProject()
      steps.forEach(({ name, input }, index) => {
        const outcome = runCommand(project, name, input(project), testEnv(`step${index}-`))
        const applied = 'patch' in outcome && applyPatch(project, outcome.patch)
        if (applied && 'project' in applied) project = applied.project
      })
      for (const map of project.maps.keys()) {
        const alone = mapAlone(project, map)
        const loaded = load(save(alone))
        expect(loaded.ok && save(loaded.project)).toBe(save(alone))
        const back = goOn(project)
        back.run('project.merge', { file: save(alone) })
        for (const table of ['categories', 'claims', 'relations'] as const) {
          expect(back.project[table].size).toBe(project[table].size)
        }
        expect(brokenRules(back.project)).toEqual([])
      }
    }),
    { numRuns: 30 },
  )
})

describe('tables that this version does not know', () => {
  const withTable = (text: string, rows: unknown, name = 'sketches') =>
    text.replace('"format": "counterpoint"', `"format": "counterpoint", "${name}": ${JSON.stringify(rows)}`)
  const file = withTable(exported().file, [{ id: 'a', of: 'x' }, { id: 'b' }])
  const loaded = (text: string): Project => {
    const read = load(text)
    if (!read.ok) throw new Error(read.message)
    return read.project
  }

  test('P9 come along as a whole, and one undo removes them', () => {
    const mine = empty()
    const before = mine.project
    const outcome = runCommand(before, 'project.merge', { file }, testEnv('merge'))
    const patch = 'patch' in outcome ? outcome.patch : []
    const after = applyPatch(before, patch)
    if ('conflict' in after) throw new Error(after.conflict)
    expect(loaded(save(after.project)).about['sketches']).toEqual([{ id: 'a', of: 'x' }, { id: 'b' }])
    const undone = applyPatch(after.project, invertPatch(patch))
    expect('project' in undone && save(undone.project)).toBe(save(before))
    expect(v.safeParse(PatchSchema, JSON.parse(JSON.stringify(patch))).success).toBe(true)
  })

  test('P3 keep the records of the project, and get those that it lacks', () => {
    const mine = goOn(loaded(withTable(save(empty().project), [{ id: 'a', of: 'mine' }])))
    mine.run('project.merge', { file })
    expect(mine.project.about['sketches']).toEqual([{ id: 'a', of: 'mine' }, { id: 'b' }])
    mine.run('project.merge', { file })
    expect(mine.project.about['sketches']).toHaveLength(2)
  })

  test('P8 cannot be a table or a field of the project', () => {
    const { about } = empty().project
    for (const name of ['claims', 'format', 'checksum', 'lineage']) {
      const side = (rows: unknown) => ({ title: about.title, tables: { [name]: rows } })
      const change = { table: 'about', id: about.id, from: side(null), to: side([]) }
      expect(v.safeParse(PatchSchema, [change]).success).toBe(false)
    }
  })
})
