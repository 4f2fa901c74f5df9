import { restingOnOneSource } from '../argument/single-source'
import type { Project } from '../document/project'
import { excerptsByClaim } from '../queries/excerpt-index'
import { independentCount, NO_GROUPS, type SourceGroups } from '../reuse/independence'
import { gradeOf } from '../queries/grades'
import { visibleName } from '../safety/visible-name'
import type { Cone } from '../weighing/cone'
import { BASE_KINDS } from '../weighing/grounds'
import type { HangsOn } from '../weighing/hangs-on'
import { inWords, quoted } from '../weighing/named'
import type { Weighing } from '../weighing/weigh'

/** What is known of the basis of a judgement: a label, such as “Sources”, and a sentence. */
export interface KnownOfBasis {
  readonly label: string
  readonly says: string
}

/**
 * What is known of the basis of a judgement while its confidence is chosen: sources and grades, claims that rest on a
 * single source, assumptions and open questions, of all that leads to the claim. It says nothing of how confident to be.
 * @param cone of the claim
 * @param groups which sources count as one
 */
export function knownOfBasis(
  project: Project,
  { framework }: Weighing,
  cone: Cone,
  groups: SourceGroups = NO_GROUPS,
): KnownOfBasis[] {
  const { graph, grounds } = framework
  const passages = excerptsByClaim(project)
  const sources = new Set(cone.claims.flatMap((id) => (passages.get(id) ?? []).map(({ source }) => source)))
  const onOne = restingOnOneSource(project, groups)
  const single = cone.claims.filter((id) => onOne.has(id))
  const at = (id: string) => graph.claimAt.get(id)!
  const assumed = cone.claims.filter((id) => grounds.bare[at(id)] === 1 || grounds.given[at(id)] === 1)
  const asked = cone.claims.filter((id) => BASE_KINDS[grounds.kind[at(id)]!] === 'question')
  const claims = (ids: readonly string[]) => `${inWords(ids.map((id) => quoted(project, id)))}.`
  return [
    { label: 'Sources', says: sourcesInWords(project, [...sources], groups) },
    ...(single.length > 0 ? [{ label: 'Rest on a single source', says: claims(single) }] : []),
    { label: 'Assumptions', says: assumed.length > 0 ? claims(assumed) : 'None.' },
    { label: 'Open questions', says: asked.length > 0 ? claims(asked) : 'None.' },
  ]
}

/** The single things that change the verdict. */
export function knownLinchpins({ sets, complete }: HangsOn): KnownOfBasis {
  const names = sets.flatMap(({ things }) => (things.length === 1 ? things.map(({ name }) => name) : []))
  const none = complete ? 'No single thing changes the verdict.' : 'None was found.'
  return { label: 'Linchpins', says: names.length > 0 ? `${inWords(names)}.` : none }
}

function sourcesInWords({ sources }: Project, ids: readonly string[], groups: SourceGroups): string {
  if (ids.length === 0) return 'No passage leads to it.'
  const named = ids.flatMap((id) => {
    const source = sources.get(id)
    return source ? [`“${visibleName(source.title)}” (${gradeOf(source) || 'not graded'})`] : []
  })
  const words = `${inWords(named)}.`
  if (ids.length === 1) return `Only one: ${words}`
  const independent = independentCount(ids, groups)
  return `${ids.length}${independent < ids.length ? `, ${independent} independent` : ''}: ${words}`
}
