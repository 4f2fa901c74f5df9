import { load } from '../../document/load'
import { UnreadableError, type TextFormat } from './format'

/** A Counterpoint project, or a map exported from one: its maps are merged into the open project. */
export const projectJson: TextFormat = {
  name: 'project',
  title: 'Counterpoint project or map',
  extensions: ['json'],
  limit: 100 * 1024 * 1024,
  read({ text, encoding }) {
    if (encoding === 'windows-1252')
      throw new UnreadableError('The file is damaged: it is not UTF-8, as a project is.')
    const loaded = load(text)
    if (!loaded.ok) throw new UnreadableError(loaded.message)
    return { kind: 'project', file: text }
  },
}
