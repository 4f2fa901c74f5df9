import * as v from 'valibot'
import { aboutChange } from '../../document/about'
import { deletion } from '../../document/cascade'
import { created } from '../../document/change'
import { brokenRules } from '../../document/integrity'
import { applyPatch, type Change, type RecordChange } from '../../document/patch'
import type { Env, Project } from '../../document/project'
import { differingFields, disputedRecord, isTable, waysToTakeBoth } from '../../merge/decisions'
import type { DisagreementRecord } from '../../records/disagreement'
import { IdSchema } from '../../records/record'
import { recordType } from '../../records/registry'
import { YARDSTICK_NAMES } from '../../vocabulary/yardsticks'
import { claimMerge } from '../claim/merge'
import { command, refuse, type Outcome } from '../command'
import { compose } from '../shared/compose'
import { freePosition } from '../shared/position'

const BREAKS =
  'That no longer fits what is in the project. Nothing was changed. Choose the other, or change it by hand.'

/** Decides between two versions: mine, theirs or both. */
export const disagreementDecide = command({
  name: 'disagreement.decide',
  title: 'Decide between two versions',
  input: v.object({ disagreement: IdSchema, take: v.picklist(['mine', 'theirs', 'both']) }),
  run(project, { disagreement, take }, env) {
    const each = project.disagreements.get(disagreement)
    if (!each) return refuse('This is decided already. Nothing was changed.')
    const answer = take === 'both' ? both(project, each, env) : one(project, each, take)
    if ('refusal' in answer) return answer
    const applied = applyPatch(project, answer.patch)
    if ('conflict' in applied || brokenRules(applied.project).length > 0) return refuse(BREAKS)
    const isGone = answer.patch.some(({ table, id }) => table === 'disagreements' && id === each.id)
    const close = isGone ? [] : [{ table: 'disagreements' as const, id: each.id, from: each, to: null }]
    return { patch: [...answer.patch, ...close], label: 'decide between versions' }
  },
})

type Answer = Outcome & ({ patch: readonly Change[] } | { refusal: string })

const as = (patch: readonly Change[]): Answer => ({ patch, label: '' })

function one(project: Project, each: DisagreementRecord, take: 'mine' | 'theirs'): Answer {
  const record = disputedRecord(project, each)
  if (each.kind === 'same') {
    const claims = [each.record, each.other ?? '']
    return claimMerge.run(project, { claims: take === 'mine' ? claims : claims.reverse() }, NO_ENV)
  }
  if (each.kind === 'removed') {
    if (take === each.by) return as(record && isTable(each.table) ? removed(project, each) : [])
    return as(record ? [] : addedAgain(each, take))
  }
  if (take === 'mine' || !record) return as([])
  if (!isTable(each.table)) {
    const { title, yardstick } = each.theirs
    const chosen = (['', ...YARDSTICK_NAMES] as const).find((name) => name === yardstick)
    const fields = {
      ...(typeof title === 'string' && { title }),
      ...(chosen !== undefined && { yardstick: chosen }),
    }
    return as([aboutChange(project.about, fields)])
  }
  const to: Record<string, unknown> = { ...record }
  for (const field of differingFields(each)) to[field] = each.theirs[field]
  return replaced(each, record, to)
}

/** The record as the other side has it, if it is still one of its table. */
function replaced(each: DisagreementRecord, from: object | null, to: object): Answer {
  if (!isTable(each.table)) return refuse(BREAKS)
  const read = v.safeParse(recordType(each.table).schema, to)
  if (!read.success) return refuse(BREAKS)
  return as([{ table: each.table, id: each.record, from, to: read.output } as RecordChange])
}

const addedAgain = (each: DisagreementRecord, take: 'mine' | 'theirs'): readonly Change[] => {
  const answer = replaced(each, null, each[take])
  return 'patch' in answer ? answer.patch : []
}

const removed = (project: Project, { table, record }: DisagreementRecord): readonly Change[] =>
  deletion(project, { [table]: [record] })

function both(project: Project, each: DisagreementRecord, env: Env): Answer {
  if (each.kind === 'same') return as([])
  const way = waysToTakeBoth(each)
  const record = disputedRecord(project, each)
  if (!way || !record || !isTable(each.table))
    return refuse('Both cannot stay here. Choose one. Nothing was changed.')
  if (way === 'claims') return compose(project, '', [() => as(secondClaim(project, each, env))]) as Answer
  const to: Record<string, unknown> = { ...record }
  for (const field of differingFields(each))
    to[field] = [record[field], each.theirs[field]].filter(Boolean).join('\n\n')
  return replaced(each, record, to)
}

/** A claim of their wording, on the same passages and at a free place near the other on its maps. */
function secondClaim(project: Project, each: DisagreementRecord, env: Env): readonly Change[] {
  const claim = project.claims.get(each.record)
  if (!claim) return []
  const id = env.newId()
  const text = String(each.theirs['text'])
  const { foreign: _none, by: _mine, ...own } = claim
  const excerpts = [...project.excerpts.values()].filter((excerpt) => excerpt.claim === claim.id)
  const placements = [...project.placements.values()].filter((placement) => placement.claim === claim.id)
  return [
    created('claims', { ...own, id, text }),
    ...excerpts.map(({ foreign: _its, ...excerpt }) =>
      created('excerpts', { ...excerpt, id: env.newId(), claim: id }),
    ),
    ...placements.map(({ foreign: _its, ...placement }) =>
      created('placements', {
        ...placement,
        id: env.newId(),
        claim: id,
        ...freePosition(project, placement.map, placement, text),
      }),
    ),
  ]
}

/** Merging claims makes no ids. */
const NO_ENV: Env = { newId: () => '', now: () => '' }
