import { isGuess } from '../../vocabulary/encodings'
import { load } from '../../document/load'
import { AboutSchema, type Project } from '../../document/project'
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

/**
 * The tables of a later Counterpoint or another program. A project keeps its own, but a merge cannot take them along,
 * because it does not know what they point to. As lines of a report.
 */
export const unknownTables = ({ about }: Project): { what: string; count: number }[] =>
  Object.entries(about).flatMap(([name, rows]) =>
    Array.isArray(rows) && rows.length > 0 && !(name in AboutSchema.entries)
      ? [
          {
            what: `Records of the unknown table “${name.slice(0, 100)}”, which stay in their file`,
            count: rows.length,
          },
        ]
      : [],
  )
