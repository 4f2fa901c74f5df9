import { reference } from '../../../queries/citation'
import { excerptsByClaim } from '../../../queries/excerpt-index'
import { CREDIBILITY, RELIABILITY } from '../../../vocabulary/grades'
import type { ArgumentGraph } from '../../../argument/argument-graph'
import { schemeNamed } from '../../../vocabulary/argumentation-schemes'
import type { Project } from '../../../document/project'
import type { Category } from '../../../records/category'
import { sourcesInOrder, type Source } from '../../../records/source'
import type { ReportArgument } from './report-argument'

/** Claims that are questions, and critical questions of schemes that nobody has answered. */
export function openQuestions(telling: ReportArgument, { claims, edges }: ArgumentGraph): void {
  const asked = claims.filter(({ category }) => isQuestion(category))
  // A critical question that was put on the map stands there as a claim.
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
  telling.heading('Open questions')
  for (const { claim } of asked) telling.item({ claim: claim.id }, ` ${claim.text}`)
  for (const { text, relation, title } of unanswered) {
    telling.item(`${text} (${title}: `, ...telling.stepWords(relation), ')')
  }
}

/** The category that a new project has for questions, or one that users call so. */
const isQuestion = ({ id, name }: Category): boolean => id === 'question' || /^questions?$/i.test(name.trim())

/** The articles that claims of the map rest on, in the order in which they came in, with their grades. */
export function listSources(telling: ReportArgument, project: Project, { claims }: ArgumentGraph): void {
  const resting = new Map<string, Set<string>>()
  for (const { claim } of claims) {
    for (const { source } of excerptsByClaim(project).get(claim.id) ?? []) {
      resting.set(source, (resting.get(source) ?? new Set()).add(claim.id))
    }
  }
  const sources = sourcesInOrder(project.sources.values()).filter(({ id }) => resting.has(id))
  if (sources.length === 0) return
  telling.heading('Sources')
  for (const source of sources) {
    telling.item(reference(source))
    telling.itemDetail(gradesOf(source))
    const accessed = source.accessed && `Read ${source.accessed}. `
    telling.itemDetail(`${accessed}Under `, ...telling.list(telling.byNumber(resting.get(source.id)!)), '.')
  }
}

function gradesOf({ reliability, credibility }: Source): string {
  const trust = reliability && `Reliability ${reliability}: ${RELIABILITY[reliability].toLowerCase()}.`
  const proof = credibility && `Credibility ${credibility}: ${CREDIBILITY[credibility].toLowerCase()}.`
  return [trust, proof].filter(Boolean).join(' ') || 'Not graded.'
}
