import { save } from '../../document/save'
import { UnreadableError, type Imported } from '../import/format'
import type { InterchangeName } from './catalogue'
import type { IncomingFile } from './incoming'
import { projectOf } from './project-of'
import { INTERCHANGE_READERS } from './readers'

/** UTF-16 units: as much as an origin keeps. */
const TEXT_LIMIT = 21_000_000

/** Reads a file of another program as a project to be merged, with a report of what no record says. */
export async function readInterchange(name: InterchangeName, file: IncomingFile): Promise<Imported> {
  if (file.text.length > TEXT_LIMIT)
    throw new UnreadableError('It has over 21 million characters. Split it, then import the parts.')
  const read = await INTERCHANGE_READERS[name]()
  const project = projectOf(file, read(file))
  const [origin] = project.origins.values()
  return { kind: 'project', file: save(project), report: origin?.report ?? [] }
}
