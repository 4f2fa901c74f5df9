import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runCommand, type CommandInputs } from '../commands/registry'
import { brokenRules } from './integrity'
import { applyPatch, type Patch } from './patch'
import type { Project } from './project'
import { adjustPatch, applyAdjusted, rebase } from './rebase'
import { save } from './save'
import { Builder } from '../testing/build'
import { commandSequence, type PlannedStep } from '../testing/command-sequence'
import { testEnv } from '../testing/env'
import { sampleProject } from '../testing/sample'

const builder = new Builder()
const claim = builder.claim('It was hedging.', builder.map)
const ground = builder.claim('The purchase came after the refusal.', builder.map)
const source = builder.source('Ankara bought the system in 2017.')
const first = builder.project

/** Different prefixes keep the ids of two windows apart. */
const mine = testEnv('mine')
const theirs = testEnv('theirs')

function did<Name extends keyof CommandInputs>(
  project: Project,
  name: Name,
  input: CommandInputs[Name],
  env = mine,
): { project: Project; patch: Patch } {
  const outcome = runCommand(project, name, input, env)
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  const applied = applyPatch(project, outcome.patch)
  if ('conflict' in applied) throw new Error(applied.conflict)
  return { project: applied.project, patch: outcome.patch }
}

describe('a pending change on top of a change from elsewhere', () => {
  test('applies as it is if they concern different records', () => {
    const own = did(first, 'claim.reword', { claim, text: 'It was hedging against Washington.' })
    const other = did(first, 'claim.note', { claim: ground, note: 'Check the date.' }, theirs)
    const { project, kept, lost } = rebase(own.project, [own.patch], [other.patch])!
    expect([kept, lost]).toEqual([[own.patch], []])
    expect(project.claims.get(claim)?.text).toBe('It was hedging against Washington.')
    expect(project.claims.get(ground)?.note).toBe('Check the date.')
  })

  test('is merged if they concern different fields of one record', () => {
    const own = did(first, 'claim.reword', { claim, text: 'Own words' })
    const other = did(first, 'claim.note', { claim, note: 'A note from elsewhere' }, theirs)
    const { project, kept, lost } = rebase(own.project, [own.patch], [other.patch])!
    expect(lost).toEqual([])
    expect(project.claims.get(claim)).toMatchObject({ text: 'Own words', note: 'A note from elsewhere' })
    const applied = applyPatch(other.project, kept.flat())
    expect('project' in applied && save(applied.project)).toBe(save(project))
  })

  test('is merged as two files are: tags of both, and the place of a card that was moved last', () => {
    const tag = (name: string, env = mine) =>
      did(first, 'claim.setTag', { claims: [claim], tag: name, has: true }, env)
    const tagged = rebase(tag('own').project, [tag('own').patch], [tag('other', theirs).patch])!
    expect(tagged.lost).toEqual([])
    expect(tagged.project.claims.get(claim)?.tags).toEqual(['other', 'own'])
    const [card] = first.placements.values()
    const move = (x: number, env = mine) =>
      did(first, 'placement.move', { moves: [{ placement: card!.id, x, y: 0 }] }, env)
    const moved = rebase(move(500).project, [move(500).patch], [move(900, theirs).patch])!
    expect(moved.lost).toEqual([])
    expect(moved.project.placements.get(card!.id)?.x).toBe(500)
  })

  test.each<[string, Patch]>([
    ['the same field', did(first, 'claim.reword', { claim, text: 'Their words' }, theirs).patch],
    ['the record that it deletes', did(first, 'claim.remove', { claims: [claim] }, theirs).patch],
  ])('is lost, and the change from elsewhere kept, if both concern %s', (_what, patch) => {
    const own = did(first, 'claim.reword', { claim, text: 'Own words' })
    const { project, kept, lost } = rebase(own.project, [own.patch], [patch])!
    expect([kept, lost]).toEqual([[], [own.patch]])
    const other = applyPatch(first, patch)
    expect(save(project)).toBe('project' in other && save(other.project))
  })

  test('is lost if it would break a rule, such as a passage of a claim that is gone', () => {
    const own = did(first, 'excerpt.add', { claim, source, start: 0, end: 6 })
    const other = did(first, 'claim.remove', { claims: [claim] }, theirs)
    const { project, lost } = rebase(own.project, [own.patch], [other.patch])!
    expect(lost).toEqual([own.patch])
    expect(brokenRules(project)).toEqual([])
  })

  test('is lost with those that build on it, and later ones are kept', () => {
    const marked = did(first, 'claim.reword', { claim, text: 'Own' })
    const again = did(marked.project, 'claim.reword', { claim, text: 'Own words' })
    const added = did(again.project, 'claim.add', { text: 'Another', category: 'judgement' })
    const other = did(first, 'claim.remove', { claims: [claim] }, theirs)
    const pending = [marked.patch, again.patch, added.patch]
    const { kept, lost } = rebase(added.project, pending, [other.patch])!
    expect([kept, lost]).toEqual([[added.patch], [marked.patch, again.patch]])
  })

  test('is left out if it was made elsewhere too', () => {
    const own = did(first, 'claim.reword', { claim, text: 'The same words' })
    const { kept, lost } = rebase(own.project, [own.patch], [own.patch])!
    expect([kept, lost]).toEqual([[], []])
  })

  test('that is among the changes itself is applied once', () => {
    const own = did(first, 'claim.reword', { claim, text: 'Own words' })
    const after = did(own.project, 'claim.note', { claim, note: 'A note' })
    const other = did(own.project, 'claim.reword', { claim, text: 'Their words' }, theirs)
    const pending = [own.patch, after.patch]
    const { project, kept, lost } = rebase(after.project, pending, [own.patch, other.patch], 1)!
    expect([kept.length, lost]).toEqual([1, []])
    expect(project.claims.get(claim)).toMatchObject({ text: 'Their words', note: 'A note' })
  })
})

test('changes that do not apply are not taken in', () => {
  const patch = did(builder.project, 'claim.reword', { claim, text: 'One' }).patch
  const stale = did(did(first, 'claim.reword', { claim, text: 'Two' }).project, 'claim.remove', {
    claims: [claim],
  }).patch
  expect(rebase(first, [], [stale])).toBeUndefined()
  expect(rebase(first, [], [patch])).toBeDefined()
})

test('a title changed in both is not overwritten, and one changed alike is left out', () => {
  const own = did(first, 'project.rename', { title: 'Own title' }).patch
  const other = did(first, 'project.rename', { title: 'Their title' }, theirs)
  expect(adjustPatch(other.project, own)).toBeUndefined()
  expect(adjustPatch(did(first, 'project.rename', { title: 'Own title' }).project, own)).toEqual([])
})

function play(project: Project, steps: readonly PlannedStep[], env: ReturnType<typeof testEnv>) {
  const patches: Patch[] = []
  for (const { name, input } of steps) {
    const outcome = runCommand(project, name, input(project) as never, env)
    if ('refusal' in outcome || outcome.patch.length === 0) continue
    const applied = applyPatch(project, outcome.patch)
    if ('conflict' in applied) throw new Error(applied.conflict)
    project = applied.project
    patches.push(outcome.patch)
  }
  return { project, patches }
}

test('P3 whatever two windows do, the changes from elsewhere are kept, and the result keeps all rules', () => {
  const start = sampleProject()
  fc.assert(
    fc.property(commandSequence(8), commandSequence(8), (here, there) => {
      const own = play(start, here, testEnv('mine'))
      const other = play(start, there, testEnv('theirs'))
      const { project, kept, lost } = rebase(own.project, own.patches, other.patches)!
      expect(brokenRules(project)).toEqual([])
      expect(kept.length + lost.length).toBeLessThanOrEqual(own.patches.length)
      const { project: again } = play(other.project, [], testEnv())
      const replayed = kept.reduce((at, patch) => {
        const applied = applyPatch(at, patch)
        if ('conflict' in applied) throw new Error(applied.conflict)
        return applied.project
      }, again)
      expect(save(replayed)).toBe(save(project))
    }),
    { numRuns: 30 },
  )
})

test('a patch adjusted to the project that it was made for is the same patch', () => {
  const { patch } = did(first, 'claim.reword', { claim, text: 'Own words' })
  expect(applyAdjusted(first, patch)?.patch).toEqual(patch)
})
