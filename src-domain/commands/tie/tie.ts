import * as v from 'valibot'
import { deletion } from '../../document/cascade'
import { changed, created } from '../../document/change'
import type { Project } from '../../document/project'
import { IdSchema, words } from '../../records/record'
import { TIE_KINDS, type Tie, type TieKind } from '../../records/tie'
import { command, nothing, refuse } from '../command'

const NO_TIE = 'This is no longer in the project.'
/** With more, every two of them would be thousands of records. */
const MOST_SOURCES = 50

const LABELS: Record<TieKind, string> = {
  independent: 'take articles as independent',
  one: 'count articles as one source',
  cites: 'link articles',
}

/**
 * Says of sources that they are independent (every two of them), that they are one (the first and each other), or that
 * the first cites the others. It replaces what was decided of the same two before.
 */
export const tieAdd = command({
  name: 'tie.add',
  title: 'Decide how articles depend',
  input: v.object({ kind: v.picklist(TIE_KINDS), sources: v.array(IdSchema), reason: words(20_000) }),
  run(project, { kind, sources, reason }, env) {
    const ids = [...new Set(sources)]
    if (ids.some((id) => !project.sources.has(id)))
      return refuse('An article is no longer in the project. Nothing was changed.')
    if (ids.length < 2) return refuse('Choose two articles or more. Nothing was changed.')
    if (ids.length > MOST_SOURCES)
      return refuse(`Choose at most ${MOST_SOURCES} articles at a time. Nothing was changed.`)
    const pairs = ids.flatMap((source, n) =>
      kind === 'independent' || n === 0 ? ids.slice(n + 1).map((other) => ({ source, other })) : [],
    )
    const before = new Set(pairs.flatMap((pair) => decidedBefore(project, kind, pair)))
    const made = pairs.map((pair) => ({ id: env.newId(), kind, ...pair, reason, made: env.now() }))
    return {
      patch: [
        ...[...before].map((from) => ({ table: 'ties' as const, id: from.id, from, to: null })),
        ...made.map((each) => created('ties', each)),
      ],
      label: LABELS[kind],
    }
  },
})

/** What the new tie of two sources replaces: a decision another decision, a citation the same citation. */
function decidedBefore({ ties }: Project, kind: TieKind, pair: Pick<Tie, 'source' | 'other'>): Tie[] {
  return [...ties.values()].filter((each) => {
    const isSame = each.source === pair.source && each.other === pair.other
    if (kind === 'cites' || each.kind === 'cites') return each.kind === kind && isSame
    return isSame || (each.source === pair.other && each.other === pair.source)
  })
}

/** Edits the reason of a tie. */
export const tieExplain = command({
  name: 'tie.explain',
  title: 'Edit reason',
  input: v.object({ tie: IdSchema, reason: words(20_000) }),
  run(project, { tie, reason }) {
    const each = project.ties.get(tie)
    if (!each) return refuse(NO_TIE)
    if (each.reason === reason) return nothing('edit reason')
    return { patch: [changed('ties', each, { reason })], label: 'edit reason', joins: `reason ${tie}` }
  },
})

/** Removes ties, so that what is found in the texts counts again. */
export const tieRemove = command({
  name: 'tie.remove',
  title: 'Remove decision',
  input: v.object({ ties: v.array(IdSchema) }),
  run(project, { ties }) {
    const known = ties.filter((id) => project.ties.has(id))
    if (known.length === 0) return refuse(NO_TIE)
    return { patch: deletion(project, { ties: known }), label: 'remove decision' }
  },
})
