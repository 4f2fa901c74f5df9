import type { Table } from '../document/project'
import { tableAfter } from '../document/table-after'
import { affected, changedAmong } from './affected'
import { evaluate, withoutObjections, type Forces } from './evaluation'
import { graphOf, isSameShape } from './graph'
import { groundsAfter, type Subject } from './grounds-after'
import { groundsOf, type Weighed } from './grounds'
import { Readings } from './readings'
import { SUPPOSING_NOTHING, supposesNothing, type Supposing } from './supposing'
import {
  relationStatus,
  verdictOf,
  type ProjectFramework,
  type RelationStatus,
  type Verdict,
} from './verdict'

/** A project weighed: derived, never stored. */
export interface Weighing extends Subject {
  readonly framework: ProjectFramework
  readonly evaluation: Forces
  /** The forces without objections. */
  readonly any: Uint8Array
  readonly verdicts: Table<Verdict>
  readonly relations: Table<RelationStatus>
  /** What the verdicts hang on besides. */
  readonly readings: Readings
}

/**
 * Weighs all claims and relations of a project, as supposed.
 * @param before an earlier weighing, which spares the parts of the map that a change does not reach
 */
export function weigh(
  project: Weighed,
  supposing: Supposing = SUPPOSING_NOTHING,
  before?: Weighing,
): Weighing {
  const framework = frameworkOf(project, supposing, before)
  const { graph } = framework
  const subject = { project, supposing, framework }
  if (before && isSameShape(before.framework.graph, graph)) return { ...subject, ...again(framework, before) }
  const evaluation = forcesOf(evaluate(framework))
  const any = withoutObjections(framework)
  return {
    ...subject,
    evaluation,
    any,
    verdicts: new Map(graph.claims.map((id, x) => [id, verdictOf(framework, evaluation, any, x)])),
    relations: new Map(graph.relations.map((id, at) => [id, relationStatus(graph, evaluation, at)])),
    readings: new Readings(framework, evaluation),
  }
}

/** Without the history, which is large. */
const forcesOf = ({ sure, possible }: Forces): Forces => ({ sure, possible })

/** Weighs only what differs from before, with all that it leads to. The graph has the same shape. */
function again(framework: ProjectFramework, before: Weighing): Omit<Weighing, keyof Subject | 'framework'> {
  const { graph } = framework
  const nodes = affected(before.framework, framework)
  if (nodes.length === 0) {
    const { evaluation, any, verdicts, relations, readings } = before
    return { evaluation, any, verdicts, relations, readings }
  }
  const evaluation = forcesOf(evaluate(framework, { nodes, ...before.evaluation }))
  const any = withoutObjections(framework, { nodes, possible: before.any })
  const verdicts = new Map<string, Verdict>()
  const relations = new Map<string, RelationStatus>()
  for (const x of changedAmong(nodes, before, { framework, evaluation, any })) {
    if (x < graph.firstStep) verdicts.set(graph.claims[x]!, verdictOf(framework, evaluation, any, x))
    else {
      const at = graph.relationOf[x]!
      relations.set(graph.relations[at]!, relationStatus(graph, evaluation, at))
    }
  }
  return {
    evaluation,
    any,
    verdicts: tableAfter(before.verdicts, changesIn(before.verdicts, verdicts, isSameVerdict)),
    relations: tableAfter(before.relations, changesIn(before.relations, relations, Object.is)),
    readings: new Readings(framework, evaluation),
  }
}

/** The rows that are not the same as before. */
const changesIn = <Row>(
  before: Table<Row>,
  now: ReadonlyMap<string, Row>,
  isSame: (one: Row, other: Row) => boolean,
): ReadonlyMap<string, Row> =>
  new Map(
    [...now].filter(([id, row]) => {
      const known = before.get(id)
      return known === undefined || !isSame(known, row)
    }),
  )

const isSameVerdict = (one: Verdict, other: Verdict): boolean =>
  one.verdict === other.verdict &&
  one.because === other.because &&
  one.force === other.force &&
  one.possible === other.possible

/**
 * What is weighed of a project, as supposed.
 * @param before an earlier weighing
 */
export function frameworkOf(project: Weighed, supposing: Supposing, before?: Weighing): ProjectFramework {
  const graph = graphOf(project)
  const off = new Uint8Array(graph.nodes)
  for (const id of supposing.relations) {
    const relation = graph.relationAt.get(id)
    if (relation !== undefined) off.fill(1, graph.stepsFrom[relation], graph.stepsFrom[relation + 1])
  }
  const known = before && isSameShape(before.framework.graph, graph) ? before : undefined
  const after = known && groundsAfter(known, known.framework.grounds, { project, supposing }, graph)
  return { graph, grounds: after ?? groundsOf(project, graph, supposing), off }
}

let plain: Weighing | undefined
let supposed: Weighing | undefined

/**
 * The weighing of a project, as supposed. That of the project before is used again while nothing that is weighed has
 * changed; the one without suppositions is kept beside it, to compare them.
 */
export function weighingOf(project: Weighed, supposing: Supposing = SUPPOSING_NOTHING): Weighing {
  if (supposesNothing(supposing)) return (plain = remembered(plain, project, SUPPOSING_NOTHING))
  return (supposed = remembered(supposed ?? plain, project, supposing))
}

function remembered(last: Weighing | undefined, project: Weighed, supposing: Supposing): Weighing {
  const { categories, sources, claims, excerpts, relations } = last?.project ?? {}
  const isSame =
    last?.supposing === supposing &&
    categories === project.categories &&
    sources === project.sources &&
    claims === project.claims &&
    excerpts === project.excerpts &&
    relations === project.relations
  return isSame ? last : weigh(project, supposing, last)
}
