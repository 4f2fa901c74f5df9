import type { Project } from '../../../document/project'
import type { ExportEnv } from '../../export/writer'
import { Correspondences } from '../correspondence'
import { ClaimChanges } from './claim-changes'
import { codesIn } from './codes'
import { CodeChanges } from './code-changes'
import { GraphChanges } from './graph-changes'
import { Guids } from './guids'
import { readQdpx } from './read-qdpx'
import { RefiFile } from './refi-file'
import { refiProject } from './refi-project'
import { RelationChanges } from './relation-changes'
import { TextChanges } from './text-changes'

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
  const codes = new CodeChanges(file, records, codesIn(read.root), guids)
  const texts = new TextChanges(file, records, read, guids)
  const { standsFor } = new ClaimChanges(file, records, codes, texts, guids)
  texts.finish()
  const graphs = new GraphChanges(file, records, guids, standsFor)
  graphs.maps()
  const relations = new RelationChanges(file, records, guids, standsFor)
  graphs.edges(relations)
  graphs.finish()
  return file.parts()
}
