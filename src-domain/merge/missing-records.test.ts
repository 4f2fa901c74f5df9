import { expect, test } from 'vitest'
import { Builder } from '../testing/build'
import { testEnv } from '../testing/env'
import { workedApart } from '../testing/two-copies'
import { mergeProjects } from './merge-projects'
import { doubtfulRemovals, withoutMissing } from './missing-records'

/** A project with twenty claims, and the ids of these. */
function twenty() {
  const base = new Builder('Why?', testEnv('base'))
  const claims = Array.from({ length: 20 }, (_none, at) => base.claim(`Claim ${at}`))
  return { base: base.project, claims }
}

const { base, claims } = twenty()
const lacking = (count: number) =>
  workedApart(
    base,
    (mine) => mine.claim('Mine is new'),
    (theirs) => {
      theirs.run('claim.reword', { claim: claims[19]!, text: 'Reworded by the other' })
      if (count > 0) theirs.run('claim.remove', { claims: claims.slice(0, count) })
    },
  )

test('more than a quarter of the records of the common state is not taken as removed without asking', () => {
  const missing = (count: number) => doubtfulRemovals(base, lacking(count).theirs)
  expect([0, 1, 4, 5].map(missing)).toEqual([undefined, undefined, undefined, undefined])
  expect(missing(6)).toEqual({ count: 6, of: 20 })
})

test('a few removals are never in doubt, whatever their share', () => {
  const small = new Builder('Why?', testEnv('small'))
  const only = [small.claim('One'), small.claim('Two')]
  const { theirs } = workedApart(
    small.project,
    () => undefined,
    (copy) => copy.run('claim.remove', { claims: only }),
  )
  expect(doubtfulRemovals(small.project, theirs)).toBeUndefined()
})

test('records that the other version lacks stay, and its other changes come in', () => {
  const { mine, theirs } = lacking(12)
  const { project, disagreements } = mergeProjects(withoutMissing(base, theirs), mine, theirs)
  expect(project.claims.size).toBe(21)
  expect(project.claims.get(claims[19]!)?.text).toBe('Reworded by the other')
  expect(disagreements).toEqual([])
  expect(mergeProjects(base, mine, theirs).project.claims.size).toBe(9)
})
