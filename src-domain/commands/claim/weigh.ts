import * as v from 'valibot'
import { changed } from '../../document/change'
import { CONFIDENCES } from '../../records/claim'
import { IdSchema, words } from '../../records/record'
import { command, nothing, refuse } from '../command'

const NO_CLAIM = 'The claim is no longer in the project.'

/** Takes a claim as given, sets it aside, or leaves it to the map again. */
export const claimStanding = command({
  name: 'claim.standing',
  title: 'Take as given or set aside',
  input: v.object({
    claim: IdSchema,
    standing: v.picklist(['', 'given', 'aside']),
    note: v.optional(words(20_000)),
  }),
  run(project, { claim: id, standing, note }) {
    const claim = project.claims.get(id)
    if (!claim) return refuse(NO_CLAIM)
    const standingNote = note ?? claim.standingNote ?? ''
    const label =
      standing === 'given' ? 'take as given' : standing === 'aside' ? 'set aside' : 'weigh by the map'
    if ((claim.standing ?? '') === standing && (claim.standingNote ?? '') === standingNote)
      return nothing(label)
    return { patch: [changed('claims', claim, { standing, standingNote })], label }
  },
})

/** Records the analyst's own judgement of a claim, apart from its verdict. A judgement without words is removed. */
export const claimJudge = command({
  name: 'claim.judge',
  title: 'Judge claim',
  input: v.object({
    claim: IdSchema,
    likelihood: words(60),
    confidence: v.picklist(['', ...CONFIDENCES]),
    basis: words(20_000),
  }),
  run(project, { claim: id, likelihood, confidence, basis }) {
    const claim = project.claims.get(id)
    if (!claim) return refuse(NO_CLAIM)
    const isEmpty = likelihood === '' && confidence === '' && basis === ''
    const judgement = { ...claim.judgement, likelihood, confidence, basis }
    if (isEmpty ? !claim.judgement : JSON.stringify(claim.judgement) === JSON.stringify(judgement)) {
      return nothing('judge claim')
    }
    const { judgement: _, ...without } = claim
    const to = isEmpty ? without : { ...claim, judgement }
    return {
      patch: [{ table: 'claims', id, from: claim, to }],
      label: 'judge claim',
      joins: `judgement ${id}`,
    }
  },
})
