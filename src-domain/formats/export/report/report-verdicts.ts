import type { Project } from '../../../document/project'
import { furtherReadings } from '../../../weighing/further-readings'
import { VERDICT_PREDICATES, verdictSentence } from '../../../weighing/sentence'
import { supposedBy } from '../../../weighing/supposing'
import { changesInWords, supposingSentence } from '../../../weighing/supposing-in-words'
import { weigh } from '../../../weighing/weigh'
import { changedVerdicts } from '../../../weighing/what-if'
import type { ShownVerdicts } from '../shown-verdicts'
import type { ReportArgument } from './report-argument'

/** How verdicts come about, for readers who do not have the program. */
const ABOUT_VERDICTS =
  'A claim stands when the strongest reason for it is stronger than the strongest objection to it. It falls when the objection is stronger, and is contested when the two are equally strong or it is open which is. Reasons are compared, never added; a chain is as strong as its weakest link. A passage counts by the lower of its two grades, which is a convention of Counterpoint. A verdict is no measure of probability.'

/** Writes how verdicts come about, and what is supposed in them. */
export function introduceVerdicts(argument: ReportArgument, { sentence }: ShownVerdicts): void {
  argument.heading('About the verdicts')
  if (sentence) argument.say(sentence)
  argument.say(ABOUT_VERDICTS)
}

/** The verdict of a claim in sentences. */
export function verdictWords(
  project: Project,
  { weighing, supposing }: ShownVerdicts,
  claim: string,
): string {
  return [
    verdictSentence(project, weighing, claim, supposing),
    ...furtherReadings(project, weighing, claim, supposing),
  ].join(' ')
}

/**
 * Writes the scenarios of a project, each with the claims of the report whose verdicts it changes.
 * @param project the whole project, on which verdicts depend
 */
export function listScenarios(
  argument: ReportArgument,
  project: Project,
  isWritten: (claim: string) => boolean,
): void {
  if (project.scenarios.size === 0) return
  const before = weigh(project)
  argument.heading('Scenarios')
  for (const scenario of project.scenarios.values()) {
    const supposing = supposedBy(scenario)
    const changes = changedVerdicts(before, weigh(project, supposing))
    argument.item(
      `${scenario.name}. ${supposingSentence(project, supposing)} ${changesInWords(changes.length)}`,
    )
    if (scenario.note) argument.itemDetail(scenario.note)
    for (const { claim, before: then, after: now } of changes) {
      if (!isWritten(claim)) continue
      argument.itemDetail(
        { claim },
        ` ${VERDICT_PREDICATES[then.verdict]} → ${VERDICT_PREDICATES[now.verdict]}`,
      )
    }
  }
}
