import { isGuess } from '../../vocabulary/encodings'
import { load } from '../../document/load'
import type { Project } from '../../document/project'
import { unknownTablesIn } from '../../document/unknown-tables'
import { UnreadableError, type TextReader } from './format'

/** Reads a Counterpoint project or an exported map, to be merged into the open project. */
export const readProjectJson: TextReader = ({ text, encoding }) => {
  if (encoding === 'windows-1252' || isGuess(encoding))
    throw new UnreadableError('The file is damaged: it is not UTF-8.')
  const loaded = load(text)
  if (!loaded.ok) throw new UnreadableError(loaded.message)
  const report = unknownTables(loaded.project)
  return report.length > 0 ? { kind: 'project', file: text, report } : { kind: 'project', file: text }
}

/** The records of tables that this version does not know, as lines of a report. @param what becomes of them */
export const unknownTables = (
  { about }: Project,
  what = 'are kept as they are, but for those whose ids the project has',
): { what: string; count: number }[] =>
  unknownTablesIn(about).map(([name, rows]) => ({
    what: `Records of the unknown table “${name.slice(0, 100)}”, which ${what}`,
    count: rows.length,
  }))
