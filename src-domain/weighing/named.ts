import { excerptsByClaim } from '../queries/excerpt-index'
import { gradeOf } from '../queries/grades'
import { FORCE_NAMES } from './forces'
import { BASE_KINDS, passageForce, type Weighed } from './grounds'
import { highest, listOf } from './lists'
import type { Supposing } from './supposing'
import type { Weighing } from './weigh'

/** A reason or an objection with its force, in words. */
interface Named {
  readonly force: number
  readonly words: string
  /** The node of the step; undefined for a passage or a premise of one's own. */
  readonly step?: number
  /** Of equals, the lower comes first: passages, then steps by the age of their first premise. */
  readonly rank: string
}

/** The longest wording in a sentence. UTF-16 units. */
const LONGEST_WORDING = 80

/** The wording of a claim in single quotes, shortened. */
export function quoted(project: Weighed, claim: string): string {
  const text = (project.claims.get(claim)?.text ?? '').replace(/\s+/g, ' ').trim()
  const short = text.length > LONGEST_WORDING ? `${text.slice(0, LONGEST_WORDING).trimEnd()}…` : text
  return `‘${short}’`
}

/** The premises of a step in words: “‘A’ and ‘B’”. */
export function premisesInWords(project: Weighed, { framework }: Weighing, step: number): string {
  const { graph } = framework
  return inWords([...listOf(graph.premises, step)].map((premise) => quoted(project, graph.claims[premise]!)))
}

/** A list in words, of which at most three members are named. */
export function inWords(names: readonly string[]): string {
  const shown = names.length > 3 ? [...names.slice(0, 3), `${names.length - 3} more`] : names
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(shown)
}

/**
 * The strongest reason for a claim, by sure forces: “a passage in TITLE (B2) and 2 more”. An assumption or a premise of
 * one's own is none where an objection may hold, because it gives way to any.
 */
export function strongestReason(
  project: Weighed,
  weighing: Weighing,
  supposing: Supposing,
  x: number,
): Named | undefined {
  const { graph, grounds } = weighing.framework
  const own = BASE_KINDS[grounds.kind[x]!]!
  const givesWay = highest(graph.contra, x, weighing.evaluation.possible) > 0
  const named: Named[] =
    own === 'passages'
      ? passagesInWords(project, graph.claims[x]!, supposing)
      : (own === 'own premise' || own === 'assumption') && !givesWay
        ? [
            {
              force: grounds.base[x]!,
              words: own === 'assumption' ? 'your assumption' : 'your own premise',
              rank: '1',
            },
          ]
        : []
  for (const step of listOf(graph.pro, x)) named.push(stepInWords(project, weighing, step, 'the step from'))
  return strongest(named)
}

/** The strongest objection to a claim, by its sure or possible forces. */
export function strongestObjection(
  project: Weighed,
  weighing: Weighing,
  x: number,
  by: 'sure' | 'possible',
): Named | undefined {
  const steps = [...listOf(weighing.framework.graph.contra, x)]
  return strongest(
    steps.map((step) => ({
      ...stepInWords(project, weighing, step, 'the objection from'),
      force: weighing.evaluation[by][step]!,
    })),
  )
}

/** The name of a force: “strong”. */
export const forceName = (force: number): string => FORCE_NAMES[force] ?? 'none'

function strongest(named: readonly Named[]): Named | undefined {
  const force = Math.max(...named.map((each) => each.force))
  if (!(force > 0)) return undefined
  const equals = named
    .filter((each) => each.force === force)
    .sort((a, b) => (a.rank < b.rank ? -1 : Number(a.rank > b.rank)))
  const more = equals.length - 1
  return { ...equals[0]!, words: equals[0]!.words + (more > 0 ? ` and ${more} more` : '') }
}

function passagesInWords(project: Weighed, claim: string, supposing: Supposing): Named[] {
  const list = excerptsByClaim(project).get(claim) ?? []
  return list
    .filter(({ source }) => !supposing.sources.has(source))
    .map((passage) => {
      const source = project.sources.get(passage.source)
      return {
        force: passageForce(project, passage),
        words: `a passage in “${source?.title ?? ''}” (${(source && gradeOf(source, passage)) || 'not graded'})`,
        rank: `0 ${source?.added ?? ''} ${passage.id}`,
      }
    })
}

function stepInWords(project: Weighed, weighing: Weighing, step: number, what: string): Named {
  const { graph } = weighing.framework
  const first = graph.premises.items[graph.premises.start[step]!]
  const created = first === undefined ? '' : (project.claims.get(graph.claims[first]!)?.created ?? '')
  return {
    force: weighing.evaluation.sure[step]!,
    step,
    words: `${what} ${premisesInWords(project, weighing, step)}`,
    rank: `2 ${created} ${graph.relations[graph.relationOf[step]!]!}`,
  }
}
