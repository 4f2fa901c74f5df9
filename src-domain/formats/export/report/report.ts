import { argumentGraph, type ArgumentGraph, type ClaimNode } from '../../../argument/argument-graph'
import type { Project } from '../../../document/project'
import type { Relation } from '../../../records/relation'
import { mapTitle } from '../graph/graph-text'
import { ReportArgument } from './report-argument'
import type { Report } from './report-blocks'
import { listSources, openQuestions } from './report-ends'

/**
 * A map told in order: each conclusion with its grounds and objections, rival conclusions side by side, then what stands
 * alone, open questions and sources. Every claim of the map is told once in full and has a number, by which it is
 * referred to everywhere else; every step is told once, where its target is.
 * @param today the day that it is told on
 */
export function reportOf(project: Project, map: string, today: string): Report {
  const graph = argumentGraph(project, map)
  const telling = new ReportArgument(project, graph)
  const { rivals, single, alone } = rootsOf(graph)
  for (const group of rivals) {
    telling.heading(group.length === 2 ? 'Two rival conclusions' : `${group.length} rival conclusions`)
    telling.say('These contradict one another: ', ...telling.list(group.map(({ claim }) => claim.id)), '.')
    for (const { claim } of group) telling.conclusion(claim)
  }
  const told = (nodes: readonly ClaimNode[], one: string, several: string) => {
    const left = nodes.filter(({ claim }) => !telling.isTold(claim))
    if (left.length > 0) telling.heading(left.length === 1 ? one : several)
    for (const { claim } of left) if (!telling.isTold(claim)) telling.conclusion(claim)
  }
  told(single, 'Conclusion', 'Conclusions')
  told(alone, 'A claim that stands alone', 'Claims that stand alone')
  // What is left runs in circles: nothing in it is the conclusion, so that the oldest claim begins.
  told(graph.claims, 'Claims that rest on one another', 'Claims that rest on one another')
  openQuestions(telling, graph)
  listSources(telling, project, graph)
  return {
    title: mapTitle(project, map),
    origin: `From the project “${project.about.title}”, exported on ${today}.`,
    caveat: project.maps.get(map)?.caveat ?? '',
    blocks: telling.finished(),
  }
}

/** Claims that lead to nothing further: those that contradict one another, those with grounds or objections, the rest. */
function rootsOf({ claims, edges }: ArgumentGraph): {
  rivals: ClaimNode[][]
  single: ClaimNode[]
  alone: ClaimNode[]
} {
  const steps = edges.filter(({ part }) => part === 'step').map(({ relation }) => relation)
  const leading = new Set(
    steps.filter(({ kind }) => kind !== 'contradict').flatMap(({ premises }) => premises),
  )
  const aimedAt = new Set(steps.flatMap(({ targetType, target }) => (targetType === 'claim' ? [target] : [])))
  const roots = claims.filter(({ claim }) => !leading.has(claim.id)).sort(fromTheTop)
  const groups = rivalGroups(roots, steps)
  const rivals = groups.filter((group) => group.length > 1)
  const others = groups.filter((group) => group.length === 1).flat()
  const contradicting = new Set(
    steps.filter(({ kind }) => kind === 'contradict').flatMap(({ premises }) => premises),
  )
  const isJoined = ({ claim }: ClaimNode) => aimedAt.has(claim.id) || contradicting.has(claim.id)
  return { rivals, single: others.filter(isJoined), alone: others.filter((node) => !isJoined(node)) }
}

/** As a map is read: from its top, there from the left. */
const fromTheTop = (a: ClaimNode, b: ClaimNode): number =>
  a.placement.y - b.placement.y || a.placement.x - b.placement.x

/** The roots parted into groups that contradictions hold together. */
function rivalGroups(roots: readonly ClaimNode[], steps: readonly Relation[]): ClaimNode[][] {
  const groupOf = new Map(roots.map((node) => [node.claim.id, [node]]))
  for (const { kind, premises, target } of steps) {
    if (kind !== 'contradict') continue
    for (const premise of premises) {
      const [one, other] = [groupOf.get(target), groupOf.get(premise)]
      if (!one || !other || one === other) continue
      one.push(...other)
      for (const { claim } of other) groupOf.set(claim.id, one)
    }
  }
  return [...new Set(roots.map(({ claim }) => groupOf.get(claim.id)!))].map((group) => group.sort(fromTheTop))
}
