import { sampleProject } from '../../testing/sample'
import type { TABLE_NAMES } from '../../records/registry'
import { load } from '../load'
import type { Project } from '../project'
import { save } from '../save'

/** Any JSON object. */
export type Json = Record<string, unknown>
/** A project file as JSON, with its tables. */
export type File = Json & Record<(typeof TABLE_NAMES)[number], Json[]>

/** The text of the sample project's file. */
export const SAMPLE = save(sampleProject())
/** The sample project's file as JSON, to be spoilt. */
export const file = (): File => JSON.parse(SAMPLE) as File

/** The project of a file, as text or JSON. Throws if it is refused. */
export const loaded = (content: unknown): Project => {
  const result = load(typeof content === 'string' ? content : JSON.stringify(content))
  if (!result.ok) throw new Error(result.message)
  return result.project
}
