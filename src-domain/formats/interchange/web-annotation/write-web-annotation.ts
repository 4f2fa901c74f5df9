import { excerptsByClaim } from '../../../queries/excerpt-index'
import type { Project } from '../../../document/project'
import type { Claim } from '../../../records/claim'
import type { Relation } from '../../../records/relation'
import type { Source } from '../../../records/source'
import { isFound } from '../../export/left-out/contents'
import { edgeLabel } from '../../export/graph/graph-text'
import { markdownText } from '../../export/report/markdown-text'
import type { ExportEnv, ExportWriter } from '../../export/writer'
import { CodePoints } from '../offsets'
import { projectAgain } from '../unchanged'
import { readWebAnnotation } from './read-web-annotation'
import { rewordWebAnnotation } from './reword-web-annotation'

/**
 * Writes all claims as a page of Web Annotations (W3C 2017): one for each claim, with its passages as targets, and one
 * for each relation between two claims. Positions count code points. A project that came from one such file is that
 * file again, with changed wordings.
 */
export const writeWebAnnotation: ExportWriter = async ({ project }, { uuid }) => {
  const same = projectAgain(project, {
    format: 'web-annotation',
    read: readWebAnnotation,
    says: { passages: true },
    reword: rewordWebAnnotation,
  })
  return same ?? `${JSON.stringify(pageOf(project, uuid), null, 2)}\n`
}

type Uuid = ExportEnv['uuid']

function pageOf(project: Project, uuid: Uuid) {
  const idOf = (id: string) => `urn:uuid:${uuid(id)}`
  const targets = targetsOf(project, idOf)
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: idOf(project.about.id),
    type: 'AnnotationPage',
    items: [
      ...[...project.claims.values()].map((claim) => ({
        id: idOf(claim.id),
        type: 'Annotation',
        motivation: 'commenting',
        created: claim.created,
        body: bodiesOf(claim, project),
        target: targets.get(claim.id) ?? [idOf(project.about.id)],
      })),
      ...[...project.relations.values()].filter(isLink).map((relation) => ({
        id: idOf(relation.id),
        type: 'Annotation',
        motivation: 'linking',
        body: textual('linking', edgeLabel(relation)),
        target: [idOf(relation.premises[0]!), idOf(relation.target)],
        'counterpoint:kind': relation.kind,
      })),
    ],
  }
}

/** An annotation links two others, so relations of one claim to another can be written. */
export const isLink = ({ premises, targetType }: Relation): boolean =>
  premises.length === 1 && targetType === 'claim'

const textual = (purpose: string | readonly string[], value: string, format = 'text/plain') => ({
  type: 'TextualBody',
  purpose,
  value,
  format,
})

const bodiesOf = (claim: Claim, project: Project) => [
  textual('commenting', markdownText(claim.text), 'text/markdown'),
  textual('classifying', project.categories.get(claim.category)!.name),
  ...claim.tags.map((tag) => textual('tagging', tag)),
  // A reader takes the first purpose: a description alone would become a part of the wording.
  ...(claim.note === '' ? [] : [textual(['counterpoint:note', 'describing'], claim.note)]),
]

/** The passages of each claim that have a place in their article. */
function targetsOf(project: Project, idOf: (id: string) => string) {
  const points = new Map<string, CodePoints>()
  const pointsIn = ({ id, text }: Source): CodePoints => {
    const known = points.get(id) ?? new CodePoints(text)
    points.set(id, known)
    return known
  }
  return new Map(
    [...excerptsByClaim(project)].flatMap(([claim, excerpts]) => {
      const targets = excerpts.filter(isFound).map(({ source: id, start, end, prefix, suffix }) => {
        const source = project.sources.get(id)!
        const count = pointsIn(source)
        const exact = source.text.slice(start, end)
        return {
          source: source.url || idOf(id),
          title: source.title,
          selector: [
            { type: 'TextQuoteSelector', exact, prefix, suffix },
            { type: 'TextPositionSelector', start: count.toPoints(start), end: count.toPoints(end) },
          ],
        }
      })
      return targets.length > 0 ? [[claim, targets] as const] : []
    }),
  )
}
