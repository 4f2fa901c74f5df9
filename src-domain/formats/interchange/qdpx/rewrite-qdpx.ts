import type { Project } from '../../../document/project'
import type { ExportEnv } from '../../export/writer'
import { Correspondences } from '../correspondence'
import { ClaimsAgain } from './claims-again'
import { codesIn } from './codes'
import { CodesAgain } from './codes-again'
import { GraphsAgain } from './graphs-again'
import { Guids } from './guids'
import { readQdpx } from './read-qdpx'
import { RefiFile } from './refi-file'
import { refiProject } from './refi-project'
import { RelationsAgain } from './relations-again'
import { TextsAgain } from './texts-again'

/**
 * The texts of the one archive of REFI-QDA from which records of a project came, with what was changed since, and what is
 * new after the rest of its kind. Undefined if there is no such archive, or several.
 */
export function rewriteQdpx(
  project: Project,
  uuid: ExportEnv['uuid'],
): ReadonlyMap<string, string> | undefined {
  const [origin, ...others] = [...project.origins.values()].filter(({ format }) => /^qdpx/.test(format))
  if (!origin || others.length > 0) return undefined
  const records = new Correspondences(project, origin, readQdpx)
  const file = new RefiFile(origin.content, uuid('user Counterpoint'))
  const read = refiProject(origin.content)
  const guids = new Guids(uuid, file.guids)
  const codes = new CodesAgain(file, records, codesIn(read.root), guids)
  const texts = new TextsAgain(file, records, read, guids)
  const { standsFor } = new ClaimsAgain(file, records, codes, texts, guids)
  texts.finish()
  const graphs = new GraphsAgain(file, records, guids, standsFor)
  graphs.maps()
  const relations = new RelationsAgain(file, records, guids, standsFor)
  graphs.edges(relations)
  graphs.finish()
  return file.parts()
}
