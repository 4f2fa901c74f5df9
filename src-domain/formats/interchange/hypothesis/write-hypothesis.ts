import { excerptsByClaim } from '../../../queries/excerpt-index'
import type { ExportWriter } from '../../export/writer'
import { annotationsOf } from './annotations-of'
import { rewriteHypothesis } from './rewrite-hypothesis'

/**
 * Writes the passages of articles with an address as annotations that the Hypothesis client imports: one for each
 * passage. The note of a claim is a reply. A project that came from such a file is that file again, with what changed.
 */
export const writeHypothesis: ExportWriter = async ({ project }, { uuid, today }) => {
  const again = rewriteHypothesis(project, uuid)
  if (again !== undefined) return again
  const annotations = [...excerptsByClaim(project)].flatMap(([id, excerpts]) =>
    excerpts.flatMap((excerpt) => annotationsOf(project, project.claims.get(id)!, excerpt, uuid)),
  )
  const file = {
    export_date: `${today}T00:00:00Z`,
    export_userid: '',
    client_version: '',
    annotations,
  }
  return `${JSON.stringify(file, null, 2)}\n`
}
