import { affected } from './affected'
import { evaluate, withoutObjections, type Forces } from './evaluation'
import { graphOf } from './graph'
import { groundsAfter, type Subject } from './grounds-after'
import { groundsOf, groundsRead, type Weighed } from './grounds'
import { SUPPOSING_NOTHING, supposesNothing, type Reading, type Supposing } from './supposing'
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
export interface Weighing extends Subject {
  readonly framework: ProjectFramework
  readonly evaluation: Forces
  /** The forces without objections. */
  readonly any: Uint8Array
  readonly verdicts: ReadonlyMap<string, WeighedClaim>
  readonly relations: ReadonlyMap<string, RelationStatus>
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
  const known = before?.framework.graph === graph ? before : undefined
  const nodes = known && affected(known.framework, framework)
  const { sure, possible } = evaluate(framework, known && nodes && { nodes, ...known.evaluation })
  const evaluation = { sure, possible }
  const any = withoutObjections(framework, known && nodes && { nodes, possible: known.any })
  const readings = new Readings(framework, evaluation)
  const verdicts = new Map<string, WeighedClaim>()
  verdictsOf(framework, evaluation, any).forEach((verdict, x) => {
    verdicts.set(graph.claims[x]!, new ReadVerdict(verdict, x, readings))
  })
  const changes = (x: number) =>
    sure[x] !== known?.evaluation.sure[x] || possible[x] !== known?.evaluation.possible[x]
  const relations =
    known && !nodes?.some((x) => x >= graph.firstStep && changes(x))
      ? known.relations
      : new Map(graph.relations.map((id, at) => [id, relationStatus(graph, evaluation, at)]))
  return { project, supposing, framework, evaluation, any, verdicts, relations }
}

/** The sure forces of the further readings. Each is one more evaluation, which happens when it is first asked for. */
class Readings {
  readonly #sure = new Map<Reading, Uint8Array>()

  constructor(
    private readonly framework: ProjectFramework,
    private readonly evaluation: Forces,
  ) {}

  sure(reading: Reading): Uint8Array {
    let sure = this.#sure.get(reading)
    if (!sure) {
      const { framework, evaluation } = this
      const grounds = groundsRead(framework.grounds, reading)
      sure = grounds === framework.grounds ? evaluation.sure : evaluate({ ...framework, grounds }).sure
      this.#sure.set(reading, sure)
    }
    return sure
  }
}

class ReadVerdict implements WeighedClaim {
  readonly verdict: Verdict['verdict']
  readonly because: Verdict['because']
  readonly force: Verdict['force']
  readonly possible: Verdict['possible']
  readonly #claim: number
  readonly #readings: Readings

  constructor({ verdict, because, force, possible }: Verdict, claim: number, readings: Readings) {
    this.verdict = verdict
    this.because = because
    this.force = force
    this.possible = possible
    this.#claim = claim
    this.#readings = readings
  }

  get onAssumption(): boolean {
    return this.#isLost('without assumptions')
  }

  get hangsOnQuestion(): boolean {
    return this.#isLost('questions upheld')
  }

  #isLost(reading: Reading): boolean {
    return this.verdict === 'stands' && this.#readings.sure(reading)[this.#claim] === 0
  }
}

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
  const known = before?.framework.graph === graph ? before : undefined
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
