import { evaluate, type Evaluation } from './evaluation'
import { graphOf } from './graph'
import { groundsOf, groundsRead, type Weighed } from './grounds'
import { SUPPOSING_NOTHING, type Reading, type Supposing } from './supposing'
import {
  relationStatus,
  verdictsOf,
  type ProjectFramework,
  type RelationStatus,
  type Verdict,
} from './verdict'

/** A verdict with its two further readings. */
export interface WeighedClaim extends Verdict {
  /** It stands, but not when assumptions and the analyst's own premises have no base. */
  readonly onAssumption: boolean
  /** It stands, but not when each open question goes against it. */
  readonly hangsOnQuestion: boolean
}

/** A project weighed: derived, never stored. */
export interface Weighing {
  readonly framework: ProjectFramework
  readonly evaluation: Evaluation
  readonly verdicts: ReadonlyMap<string, WeighedClaim>
  readonly relations: ReadonlyMap<string, RelationStatus>
}

/** Weighs all claims and relations of a project, as supposed. */
export function weigh(project: Weighed, supposing: Supposing = SUPPOSING_NOTHING): Weighing {
  const framework = frameworkOf(project, supposing)
  const { graph } = framework
  const evaluation = evaluate(framework)
  const bare = sureWhen(framework, 'without assumptions', evaluation)
  const upheld = sureWhen(framework, 'questions upheld', evaluation)
  const verdicts = new Map<string, WeighedClaim>()
  verdictsOf(framework, evaluation).forEach((verdict, x) => {
    const stands = verdict.verdict === 'stands'
    const onAssumption = stands && bare[x] === 0
    verdicts.set(graph.claims[x]!, { ...verdict, onAssumption, hangsOnQuestion: stands && upheld[x] === 0 })
  })
  const relations = new Map(graph.relations.map((id, at) => [id, relationStatus(graph, evaluation, at)]))
  return { framework, evaluation, verdicts, relations }
}

/** The sure forces of a further reading. */
function sureWhen(framework: ProjectFramework, reading: Reading, evaluation: Evaluation): Uint8Array {
  const grounds = groundsRead(framework.grounds, reading)
  return grounds === framework.grounds ? evaluation.sure : evaluate({ ...framework, grounds }).sure
}

/** What is weighed of a project, as supposed. */
export function frameworkOf(project: Weighed, supposing: Supposing): ProjectFramework {
  const graph = graphOf(project)
  const off = new Uint8Array(graph.nodes)
  for (const id of supposing.relations) {
    const relation = graph.relationAt.get(id)
    if (relation !== undefined) off.fill(1, graph.stepsFrom[relation], graph.stepsFrom[relation + 1])
  }
  return { graph, grounds: groundsOf(project, graph, supposing), off }
}

let last: { readonly project: Weighed; readonly weighing: Weighing } | undefined

/** The weighing of a project. That of the project before is used again while nothing that is weighed has changed. */
export function weighingOf(project: Weighed): Weighing {
  const { categories, sources, claims, excerpts, relations } = last?.project ?? {}
  const isSame =
    categories === project.categories &&
    sources === project.sources &&
    claims === project.claims &&
    excerpts === project.excerpts &&
    relations === project.relations
  if (!last || !isSame) last = { project, weighing: weigh(project) }
  return last.weighing
}
