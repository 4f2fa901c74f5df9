import { created } from '../document/change'
import type { Change } from '../document/patch'
import type { Env, Project } from '../document/project'
import type { DisagreementRecord } from '../records/disagreement'
import type { Disagreement, Twins } from './disagreement'
import { equal } from './equal'
import type { Merge } from './merge-projects'
import { unitsIn, type Fields } from './merge-record'

/** The patch of a merge, with a record for each thing to decide, so that none is lost before it is decided. */
export function patchToDecide(mine: Project, { patch, disagreements, twins }: Merge, env: Env): Change[] {
  const known = [...mine.disagreements.values()]
  const records = [...disagreements.map(recordOf), ...twins.map(pairOf)]
    .filter((record) => !known.some((other) => sameQuestion(record, other)))
    .map((record) => created('disagreements', { id: env.newId(), made: env.now(), ...record }))
  return [...patch, ...records]
}

type Question = Pick<DisagreementRecord, 'kind' | 'table' | 'record' | 'by' | 'other' | 'mine' | 'theirs'>

const sameQuestion = (one: Question, other: DisagreementRecord): boolean =>
  (['kind', 'table', 'record', 'other', 'mine', 'theirs'] as const).every((field) =>
    equal(one[field], other[field]),
  )

function recordOf(each: Disagreement): Question {
  const { kind, table, id: record } = each
  if (kind === 'changed') {
    const { mine, theirs, fields } = each
    const only = (whole: Fields) => ({ ...(table === 'about' ? whole : unitsIn(table, whole, fields)) })
    return { kind, table, record, mine: only(mine), theirs: only(theirs) }
  }
  const whole = { ...each.record }
  return each.by === 'mine'
    ? { kind, table, record, by: 'mine', mine: {}, theirs: whole }
    : { kind, table, record, by: 'theirs', mine: whole, theirs: {} }
}

const pairOf = ({ mine, theirs }: Twins): Question => ({
  ...{ kind: 'same', table: 'claims', record: mine, other: theirs, mine: {}, theirs: {} },
})
