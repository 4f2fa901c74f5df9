import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { load, parse } from './load'
import { replay, replayWhatFits } from './replay'
import { save } from './save'
import { commandSequence } from '../testing/command-sequence'
import { play } from '../testing/play'
import { sampleProject } from '../testing/sample'
import { summariseChanges } from '../queries/project-diff'
import { brokenRules } from './integrity'

const settled = (text: string): string => {
  const loaded = load(text)
  return loaded.ok ? save(loaded.project) : loaded.message
}

describe('patches that are replayed', () => {
  test('P9 lead from the saved file to the current project', () => {
    fc.assert(
      fc.property(commandSequence(30), fc.nat({ max: 30 }), (planned, cut) => {
        const { project, steps } = play(planned)
        const whole = parse(save(sampleProject()))
        if (!whole.ok) throw new Error(whole.message)
        const first = replay(whole.project, steps.slice(0, cut))
        if (!first.ok) throw new Error(first.message)
        const base = parse(save(first.project))
        const again = base.ok ? replay(base.project, steps.slice(cut)) : base
        if (!again.ok) throw new Error(again.message)
        expect(save(again.project)).toBe(settled(save(project)))
      }),
      { numRuns: 60 },
    )
  })

  test('P3 leave a valid project if some are missing, and count those that no longer fit', () => {
    fc.assert(
      fc.property(
        commandSequence(30),
        fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
        (planned, kept) => {
          const { project, steps } = play(planned)
          const there = steps.filter((_, index) => kept[index])
          const result = replayWhatFits(sampleProject(), there)
          expect(brokenRules(result.project)).toEqual([])
          expect(result.left).toBeLessThanOrEqual(there.length)
          if (there.length === steps.length) expect(save(result.project)).toBe(save(project))
        },
      ),
      { numRuns: 60 },
    )
  })
})

test('changes are counted by table and described in words', () => {
  const before = sampleProject()
  const [first, second, ...others] = [...before.claims.values()]
  const claims = new Map(
    [...others, { ...first!, text: 'Reworded' }, { ...first!, id: 'new', text: 'N'.repeat(90) }].map(
      (each) => [each.id, each],
    ),
  )
  expect(summariseChanges(before, { ...before, claims, sources: new Map() })).toEqual({
    tallies: {
      sources: { added: 0, removed: 1, changed: 0 },
      claims: { added: 1, removed: 1, changed: 1 },
      excerpts: { added: 0, removed: 0, changed: 0 },
      relations: { added: 0, removed: 0, changed: 0 },
    },
    names: [[...before.sources.values()][0]!.title, 'Reworded', `${'N'.repeat(80)}…`],
  })
  expect(second).toBeDefined()
  const same = parse(save(before))
  expect(same.ok && summariseChanges(before, same.project).names).toEqual([])
})
