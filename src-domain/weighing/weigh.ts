import { evaluate, type Evaluation } from './evaluation'
import { graphOf } from './graph'
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
  const readings = new Readings(framework, evaluation)
  const verdicts = new Map<string, WeighedClaim>()
  verdictsOf(framework, evaluation).forEach((verdict, x) => {
    verdicts.set(graph.claims[x]!, new ReadVerdict(verdict, x, readings))
  })
  const relations = new Map(graph.relations.map((id, at) => [id, relationStatus(graph, evaluation, at)]))
  return { framework, evaluation, verdicts, relations }
}

/** The sure forces of the further readings. Each is one more evaluation, which happens when it is first asked for. */
class Readings {
  readonly #sure = new Map<Reading, Uint8Array>()

  constructor(
    private readonly framework: ProjectFramework,
    private readonly evaluation: Evaluation,
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

interface Remembered {
  readonly project: Weighed
  readonly supposing: Supposing
  readonly weighing: Weighing
}

let plain: Remembered | undefined
let supposed: Remembered | undefined

/**
 * The weighing of a project, as supposed. That of the project before is used again while nothing that is weighed has
 * changed; the one without suppositions is kept beside it, to compare them.
 */
export function weighingOf(project: Weighed, supposing: Supposing = SUPPOSING_NOTHING): Weighing {
  if (supposesNothing(supposing)) return (plain = remembered(plain, project, SUPPOSING_NOTHING)).weighing
  return (supposed = remembered(supposed, project, supposing)).weighing
}

function remembered(last: Remembered | undefined, project: Weighed, supposing: Supposing): Remembered {
  const { categories, sources, claims, excerpts, relations } = last?.project ?? {}
  const isSame =
    last?.supposing === supposing &&
    categories === project.categories &&
    sources === project.sources &&
    claims === project.claims &&
    excerpts === project.excerpts &&
    relations === project.relations
  return isSame ? last : { project, supposing, weighing: weigh(project, supposing) }
}
