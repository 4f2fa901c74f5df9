import * as v from 'valibot'
import { changed } from '../../document/change'
import { ReferenceSchema } from '../../formats/import/reference'
import type { Source } from '../../records/source'
import { matchReferences } from '../../versions/match-references'
import { command, nothing, refuse } from '../command'

const FIELDS = ['authors', 'publisher', 'published', 'accessed', 'url', 'doi', 'language', 'kind'] as const

/**
 * Completes the metadata of articles in the project from the references of a reference manager. Only empty fields are
 * filled. The label has the number of articles that matched.
 */
export const referencesApply = command({
  name: 'references.apply',
  title: 'Fill in details from references',
  input: v.object({ references: v.pipe(v.array(ReferenceSchema), v.maxLength(100_000)) }),
  run(project, { references }) {
    const matches = matchReferences(project, references)
    if (matches.length === 0) {
      return refuse(
        `None of the ${counted(references.length, 'reference')} matches an article in the project by DOI, address or title. Nothing was changed. Import the articles first, then the references again.`,
      )
    }
    const label = `details of ${counted(matches.length, 'article')} from ${counted(references.length, 'reference')}`
    const patch = matches.flatMap((match) => {
      const source = project.sources.get(match.source)!
      const given = references[match.reference]!
      const empty = FIELDS.filter((field) => source[field].length === 0 && (given[field] ?? '').length > 0)
      const fields: Partial<Source> = Object.fromEntries(empty.map((field) => [field, given[field]]))
      return empty.length > 0 ? [changed('sources', source, fields)] : []
    })
    return patch.length > 0 ? { patch, label } : nothing(label)
  },
})

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`
