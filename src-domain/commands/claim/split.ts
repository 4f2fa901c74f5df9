import * as v from 'valibot'
import { changed, created } from '../../document/change'
import type { RecordChange } from '../../document/patch'
import { IdSchema } from '../../records/record'
import { command, refuse } from '../command'
import { firstWording } from '../shared/new-claim'
import { newClaim } from '../shared/new-records'
import { positionNear, placeClaim } from '../shared/position'

/** Moves a passage to a new claim of the same category, placed beside the old one on each of its maps. */
export const claimSplit = command({
  name: 'claim.split',
  title: 'Split passage off as a new claim',
  context: { on: ['passage'], title: 'Split off as a new claim' },
  input: v.object({ excerpt: IdSchema }),
  from({ project, excerpt }) {
    const claim = project.excerpts.get(excerpt ?? '')?.claim
    const isOnly = [...project.excerpts.values()].filter((each) => each.claim === claim).length === 1
    return excerpt && claim && !isOnly ? { excerpt } : undefined
  },
  run(project, { excerpt: id }, env) {
    const excerpt = project.excerpts.get(id)
    const claim = project.claims.get(excerpt?.claim ?? '')
    if (!excerpt || !claim) return refuse('The passage is no longer in the project.')
    const others = [...project.excerpts.values()].filter((each) => each.claim === claim.id)
    if (others.length === 1)
      return refuse('The claim rests only on this passage, so there is nothing to split.')
    const text = firstWording(excerpt.exact)
    const part = newClaim({ text, category: claim.category }, env)
    const patch: RecordChange[] = [created('claims', part), changed('excerpts', excerpt, { claim: part.id })]
    for (const placement of project.placements.values()) {
      if (placement.claim !== claim.id) continue
      const at = positionNear(project, placement.map, claim.id, 'under', text)
      patch.push(placeClaim(project, placement.map, part, at, env))
    }
    return { patch, label: 'split claim', select: { type: 'claim', id: part.id }, reveal: part.id }
  },
})
