import type { Project } from '../../../document/project'
import type { ExportEnv, ExportWriter } from '../../export/writer'
import { AnnotationForm, isLink } from './annotation-form'
import { rewriteWebAnnotation } from './rewrite-web-annotation'

/**
 * Writes all claims as a page of Web Annotations (W3C 2017): one for each claim, with its passages as targets, and one
 * for each relation between two claims. A project that came from one such file is that file again, with what changed.
 */
export const writeWebAnnotation: ExportWriter = async ({ project }, { uuid }) =>
  rewriteWebAnnotation(project, uuid) ?? `${JSON.stringify(pageOf(project, uuid), null, 2)}\n`

function pageOf(project: Project, uuid: ExportEnv['uuid']) {
  const idOf = (id: string) => `urn:uuid:${uuid(id)}`
  const form = new AnnotationForm(project, idOf)
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: idOf(project.about.id),
    type: 'AnnotationPage',
    items: [
      ...[...project.claims.values()].map((claim) => form.ofClaim(claim)),
      ...[...project.relations.values()].filter(isLink).map((relation) => form.ofRelation(relation)),
    ],
  }
}
