import { argumentGraph, type ArgumentGraph, type ClaimNode } from '../../../argument/argument-graph'
import type { Project } from '../../../document/project'
import type { Relation } from '../../../records/relation'
import { mapTitle } from '../graph/graph-text'
import { ReportArgument } from './report-argument'
import type { Report } from './report-blocks'
import { listSources, openQuestions } from './report-ends'

/**
 * Writes a map as prose: rival conclusions, other conclusions with their grounds and objections, claims without
 * relations, open questions and sources. Every claim occurs once in full and has a number for references; every
 * relation occurs once, below its target.
 * @param today the date of the report, `YYYY-MM-DD`
 */
export function reportOf(project: Project, map: string, today: string): Report {
  const graph = argumentGraph(project, map)
  const argument = new ReportArgument(project, graph)
  const { rivals, single, alone } = rootsOf(graph)
  for (const group of rivals) {
    argument.heading(group.length === 2 ? 'Two rival conclusions' : `${group.length} rival conclusions`)
    argument.say('These contradict one another: ', ...argument.list(group.map(({ claim }) => claim.id)), '.')
    for (const { claim } of group) argument.conclusion(claim)
  }
  const write = (nodes: readonly ClaimNode[], one: string, several: string) => {
    const left = nodes.filter(({ claim }) => !argument.isWritten(claim))
    if (left.length > 0) argument.heading(left.length === 1 ? one : several)
    for (const { claim } of left) if (!argument.isWritten(claim)) argument.conclusion(claim)
  }
  write(single, 'Conclusion', 'Conclusions')
  write(alone, 'Claim without relations', 'Claims without relations')
  // The rest are circles, which have no conclusion. Each begins with its oldest claim.
  write(graph.claims, 'Claims in a circle', 'Claims in a circle')
  openQuestions(argument, graph)
  listSources(argument, project, graph)
  return {
    title: mapTitle(project, map),
    origin: `From the project “${project.about.title}”, exported on ${today}.`,
    caveat: project.maps.get(map)?.caveat ?? '',
    blocks: argument.finished(),
  }
}

/**
 * The claims that are no premise: groups that contradict one another, those with grounds or objections, and the others.
 */
function rootsOf({ claims, edges }: ArgumentGraph): {
  rivals: ClaimNode[][]
  single: ClaimNode[]
  alone: ClaimNode[]
} {
  const steps = edges.filter(({ part }) => part === 'target').map(({ relation }) => relation)
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

/** Compares claims in reading order of the map: from top to bottom, then from left to right. */
const fromTheTop = (a: ClaimNode, b: ClaimNode): number =>
  a.placement.y - b.placement.y || a.placement.x - b.placement.x

/** Groups roots that are connected by contradictions. */
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
