import { isGuess } from '../../vocabulary/encodings'
import { load } from '../../document/load'
import { UnreadableError, type TextReader } from './format'

/** Reads a Counterpoint project or an exported map, to be merged into the open project. */
export const readProjectJson: TextReader = ({ text, encoding }) => {
  if (encoding === 'windows-1252' || isGuess(encoding))
    throw new UnreadableError('The file is damaged: it is not UTF-8.')
  const loaded = load(text)
  if (!loaded.ok) throw new UnreadableError(loaded.message)
  return { kind: 'project', file: text }
}
