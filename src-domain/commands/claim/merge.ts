import * as v from 'valibot'
import { changed } from '../../document/change'
import { deletion } from '../../document/cascade'
import { relationFault } from '../../document/integrity'
import { joinedForeign } from '../../document/origins'
import type { Patch } from '../../document/patch'
import type { Claim } from '../../records/claim'
import type { Excerpt } from '../../records/excerpt'
import type { Relation } from '../../records/relation'
import { IdSchema } from '../../records/record'
import type { Project } from '../../document/project'
import { command, refuse } from '../command'
import { sameRelation } from '../relation/add'
import { compose } from '../shared/compose'
import { movedInMatrices } from './merge-in-matrices'

/**
 * Merges claims into the first of them. It keeps its wording and category and gets the passages, notes, tags, relations
 * and placements of the others; their wordings are added to its note. Relations among the merged claims are deleted,
 * because a claim cannot be its own premise, and so are duplicates of a relation that have no details of their own.
 */
export const claimMerge = command({
  name: 'claim.merge',
  title: 'Merge the selected claims',
  menu: 'Claim',
  context: { on: ['card', 'claim'], title: 'Merge' },
  input: v.object({ claims: v.pipe(v.array(IdSchema), v.minLength(2)) }),
  from: ({ claims }) => (claims.length > 1 ? { claims: [...claims] } : undefined),
  run(project, input) {
    const claims = [...new Set(input.claims)].flatMap((id) => project.claims.get(id) ?? [])
    const [kept, ...others] = claims
    if (!kept || others.length === 0)
      return refuse('Select at least two claims to merge. Nothing was changed.')
    const gone = new Set(others.map(({ id }) => id))
    const note = mergedNote(kept, others)
    if (note.length > 200_000) return refuse('The notes are too long to combine. Nothing was merged.')
    const tags = [...new Set(claims.flatMap((each) => each.tags))]
    const foreign = joinedForeign(claims)
    return compose(
      project,
      'merge claims',
      [
        () => ({
          patch: [changed('claims', kept, { note, tags, ...(foreign.length > 0 && { foreign }) })],
          label: '',
        }),
        (now) => ({ patch: moved(now, kept.id, gone), label: '' }),
        (now) => ({ patch: deletion(now, leftover(now, kept.id, gone)), label: '' }),
      ],
      { type: 'claim', id: kept.id },
    )
  },
})

function mergedNote(kept: Claim, others: readonly Claim[]): string {
  const parts = others.flatMap(({ text, note }) => [
    ...(text === kept.text ? [] : [`Also worded: ${text}`]),
    ...(note === '' || note === kept.note ? [] : [note]),
  ])
  return [kept.note, ...parts].filter(Boolean).join('\n\n')
}

/** Makes all references to the merged claims point to the kept one. */
function moved(project: Project, kept: string, gone: ReadonlySet<string>): Patch {
  const to = (id: string) => (gone.has(id) ? kept : id)
  const many = (ids: readonly string[]) => [...new Set(ids.map(to))]
  const onMaps = new Set(
    [...project.placements.values()].flatMap(({ claim, map }) => (claim === kept ? map : [])),
  )
  return [
    ...[...project.excerpts.values()]
      .filter(({ claim }) => gone.has(claim))
      .map((from) => changed('excerpts', from, { claim: kept })),
    ...[...project.relations.values()]
      .filter((each) => gone.has(targetClaim(each)) || each.premises.some((id) => gone.has(id)))
      .map((from) => changed('relations', from, ends(from, to))),
    ...[...project.placements.values()]
      .filter(({ claim, map }) => gone.has(claim) && !onMaps.has(map) && onMaps.add(map))
      .map((from) => changed('placements', from, { claim: kept })),
    ...[...project.maps.values()]
      .filter(({ steps }) => steps.some((id) => gone.has(id)))
      .map((from) => changed('maps', from, { steps: many(from.steps) })),
    ...movedInMatrices(project, kept, gone),
  ]
}

/** The ends of a relation after the merge. A premise that is also the target is dropped, unless it is the only one. */
function ends(from: Relation, to: (id: string) => string): Pick<Relation, 'premises' | 'target'> {
  const target = from.targetType === 'claim' ? to(from.target) : from.target
  const premises = [...new Set(from.premises.map(to))]
  const others = premises.filter((id) => from.targetType === 'relation' || id !== target)
  return { premises: others.length > 0 ? others : premises, target }
}

const targetClaim = ({ targetType, target }: Relation): string => (targetType === 'claim' ? target : '')

/** The records to delete after a merge: the other claims, duplicate passages and relations, relations to themselves. */
function leftover(project: Project, kept: string, gone: ReadonlySet<string>) {
  const excerpts = [...project.excerpts.values()].filter(({ claim }) => claim === kept)
  const relations = [...project.relations.values()].filter(
    (each) => targetClaim(each) === kept || each.premises.includes(kept),
  )
  return {
    claims: gone,
    excerpts: excerpts
      .filter((one, at) => excerpts.slice(0, at).some((other) => samePassage(one, other)))
      .map(idOf),
    relations: [
      ...relations.filter(relationFault),
      ...relations.filter(
        (one, at) =>
          saysNothing(one) &&
          !targeted(project, one.id) &&
          relations.slice(0, at).some((other) => sameRelation(one, other)),
      ),
    ].map(idOf),
  }
}

const idOf = ({ id }: { readonly id: string }): string => id

const samePassage = (a: Excerpt, b: Excerpt): boolean =>
  a.source === b.source &&
  a.start === b.start &&
  a.end === b.end &&
  a.exact === b.exact &&
  a.anchor === b.anchor

const saysNothing = ({ note, warrant, scheme, answers, strength }: Relation): boolean =>
  note === '' && warrant === '' && scheme === '' && answers.length === 0 && strength === ''

const targeted = (project: Project, relation: string): boolean =>
  [...project.relations.values()].some(({ target }) => target === relation)
