import { reference } from '../../../queries/citation'
import { excerptsByClaim } from '../../../queries/excerpt-index'
import { CREDIBILITY, RELIABILITY } from '../../../vocabulary/grades'
import type { ArgumentGraph } from '../../../argument/argument-graph'
import { schemeNamed } from '../../../vocabulary/argumentation-schemes'
import type { Project } from '../../../document/project'
import type { Category } from '../../../records/category'
import { sourcesInOrder, type Source } from '../../../records/source'
import type { Lists } from '../../../lists/lists'
import type { ReportArgument } from './report-argument'
import { hangingOnSource } from './report-lists'

/** Writes the open questions: claims that are questions, and unanswered critical questions of schemes. */
export function openQuestions(argument: ReportArgument, { claims, edges }: ArgumentGraph): void {
  const asked = claims.filter(({ category }) => isQuestion(category))
  // A critical question on the map is a claim, which is listed already.
  const onMap = new Set(asked.map(({ claim }) => claim.text))
  const unanswered = edges.flatMap(({ part, relation }) => {
    if (part === 'premise') return []
    const answered = new Set(relation.answers.flatMap(({ question, answer }) => (answer ? [question] : [])))
    const scheme = schemeNamed(relation.scheme)
    return (scheme?.questions ?? [])
      .filter(({ name, text }) => !answered.has(name) && !onMap.has(text))
      .map(({ text }) => ({ text, relation, title: scheme!.title }))
  })
  if (asked.length + unanswered.length === 0) return
  argument.heading('Open questions')
  for (const { claim } of asked) argument.item({ claim: claim.id }, ` ${claim.text}`)
  for (const { text, relation, title } of unanswered) {
    argument.item(`${text} (${title}: `, ...argument.stepWords(relation), ')')
  }
}

/** Whether a category is for questions: that of new projects, or one of that name. */
const isQuestion = ({ id, name }: Category): boolean => id === 'question' || /^questions?$/i.test(name.trim())

/**
 * Writes the list of the sources that claims on the map rest on, in the order of their import, with their grades and
 * what hangs on each.
 */
export function listSources(
  argument: ReportArgument,
  project: Project,
  { claims }: ArgumentGraph,
  lists: Lists,
): void {
  const resting = new Map<string, Set<string>>()
  for (const { claim } of claims) {
    for (const { source } of excerptsByClaim(project).get(claim.id) ?? []) {
      resting.set(source, (resting.get(source) ?? new Set()).add(claim.id))
    }
  }
  const sources = sourcesInOrder(project.sources.values()).filter(({ id }) => resting.has(id))
  if (sources.length === 0) return
  argument.heading('Sources')
  for (const source of sources) {
    argument.item(reference(source))
    argument.itemDetail(`${gradesOf(source)} ${hangingOnSource(lists, source.id)}`)
    const accessed = source.accessed && `Accessed ${source.accessed}. `
    argument.itemDetail(
      `${accessed}Cited under `,
      ...argument.list(argument.byNumber(resting.get(source.id)!)),
      '.',
    )
  }
}

function gradesOf({ reliability, credibility }: Source): string {
  const trust = reliability && `Reliability ${reliability}: ${RELIABILITY[reliability].toLowerCase()}.`
  const proof = credibility && `Credibility ${credibility}: ${CREDIBILITY[credibility].toLowerCase()}.`
  return [trust, proof].filter(Boolean).join(' ') || 'Not graded.'
}
