import { argumentGraph } from '../../../argument/argument-graph'
import { conclusionsOf } from '../../../argument/argument-order'
import { claimNumbers } from '../../../argument/claim-numbers'
import { mapGraph } from '../../../argument/map-graph'
import { mapTitle } from '../graph/graph-text'
import { restricted } from '../part'
import { shownVerdicts } from '../shown-verdicts'
import type { ExportRequest } from '../writer'
import { ReportArgument } from './report-argument'
import { judgementBlocks } from './report-judgement'
import { matrixBlocks } from './report-matrix'
import type { Report } from './report-blocks'
import { listIndependence } from './report-independence'
import { listSources, openQuestions } from './report-ends'
import { listAssumptions, listIndicators, reportedLists } from './report-lists'
import { introduceVerdicts, listScenarios, verdictWords } from './report-verdicts'

/** What a report is written of. */
export type ReportRequest = Pick<ExportRequest, 'project' | 'map' | 'only' | 'supposing' | 'reuse'> &
  Partial<Pick<ExportRequest, 'verdicts' | 'by'>>

/**
 * Writes a map as prose: rival conclusions, other conclusions with their grounds and objections, claims without
 * relations, scenarios, assumptions, open questions, indicators, sources and their independence, then matrices and the analyst's judgement. Every claim occurs once in full, under its number (see `claimNumbers`); every
 * relation occurs once, below its target.
 * @param today the date of the report, `YYYY-MM-DD`
 */
export function reportOf(request: ReportRequest, today: string): Report {
  const { map } = request
  // The numbers are those of the whole map, so that a part has the same ones.
  const numbers = claimNumbers(mapGraph(request.project, map))
  const project = restricted(request)
  const graph = mapGraph(project, map)
  const verdicts = shownVerdicts(request)
  const argument = new ReportArgument(
    project,
    graph,
    numbers,
    verdicts && ((claim) => verdictWords(request.project, verdicts, claim)),
    request.by,
  )
  if (verdicts) introduceVerdicts(argument, verdicts)
  const { rivals, single, alone } = conclusionsOf(graph)
  for (const group of rivals) {
    argument.heading(group.length === 2 ? 'Two rival conclusions' : `${group.length} rival conclusions`)
    argument.say('These contradict one another: ', ...argument.list(group), '.')
    for (const claim of group) argument.conclusion(claim)
  }
  const write = (claims: Iterable<string>, one: string, several: string) => {
    const left = [...claims].filter((claim) => !argument.isWritten(claim))
    if (left.length > 0) argument.heading(left.length === 1 ? one : several)
    for (const claim of left) if (!argument.isWritten(claim)) argument.conclusion(claim)
  }
  write(single, 'Conclusion', 'Conclusions')
  write(alone, 'Claim without relations', 'Claims without relations')
  // The rest are circles, which have no conclusion.
  write(graph.placements.keys(), 'Claims in a circle', 'Claims in a circle')
  const nodes = argumentGraph(project, map)
  const lists = reportedLists(request.project, verdicts, request.reuse?.groups)
  listScenarios(argument, request.project, argument.isWritten)
  listAssumptions(argument, request.project, lists)
  openQuestions(argument, nodes)
  listIndicators(argument, request.project, graph, lists)
  listSources(argument, project, nodes, lists)
  listIndependence(argument, project, graph.placements.keys(), request.reuse)
  const weighed = [
    ...matrixBlocks(request.project, graph, verdicts?.weighing),
    ...judgementBlocks(request.project, graph, verdicts?.weighing),
  ]
  return {
    title: mapTitle(project, map),
    origin: `From the project “${project.about.title}”, exported on ${today}.`,
    caveat: project.maps.get(map)?.caveat ?? '',
    blocks: [...argument.finished(), ...weighed],
  }
}
