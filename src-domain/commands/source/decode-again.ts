import * as v from 'valibot'
import { describe } from '../../anchoring/describe'
import { changed } from '../../document/change'
import type { RecordChange } from '../../document/patch'
import { blocksFit } from '../../document/integrity'
import type { Project } from '../../document/project'
import { excerptsBySource } from '../../queries/excerpt-index'
import { ArticleSchema } from '../../records/article'
import type { Excerpt } from '../../records/excerpt'
import { IdSchema } from '../../records/record'
import { command, nothing, refuse, type Outcome } from '../command'
import { sourceNewVersion } from './new-version'

/**
 * Replaces the text of an article by the same file in another encoding. If the two texts are equally long, each
 * character stands where it stood, and passages keep their places with the words that are there now. Otherwise they are
 * carried over as to a new version.
 */
export const sourceDecodeAgain = command({
  name: 'source.decodeAgain',
  title: 'Read in another encoding',
  input: v.object({ source: IdSchema, article: ArticleSchema }),
  run(project, input, env): Outcome {
    const source = project.sources.get(input.source)
    if (!source) return refuse('The article is no longer in the project.')
    const { article } = input
    if (!blocksFit(article)) return refuse('The article was not read again: its blocks do not fit its text.')
    const label = 'read in another encoding'
    if (source.text.length !== article.text.length) {
      const outcome = sourceNewVersion.run(project, input, env)
      return 'refusal' in outcome ? outcome : { ...outcome, label }
    }
    const { title, text, blocks, originalText, encoding, report } = article
    const isSame = text === source.text && encoding === source.encoding
    if (isSame) return nothing(label)
    const titleNow = isInText(source.title, source.text) ? { title } : {}
    const next = { ...titleNow, text, blocks, originalText, encoding, report }
    const excerpts = excerptsBySource(project).get(source.id) ?? []
    const passages = excerpts.flatMap((excerpt) => redescribed(project, excerpt, text))
    return {
      patch: [changed('sources', source, next), ...passages],
      label,
      select: { type: 'source', id: source.id },
    }
  },
})

/** Whether a title was taken from the text, so that it has the same wrong letters. */
const isInText = (title: string, text: string): boolean => text.includes(title)

/** The passage with the words that stand in its place now, and its claim, if that says nothing else. */
function redescribed(project: Project, excerpt: Excerpt, text: string): RecordChange[] {
  if (excerpt.anchor === 'lost' || excerpt.anchor === 'ambiguous') return []
  const described = describe(text, excerpt.start, excerpt.end)
  if (!described) return []
  const claim = project.claims.get(excerpt.claim)
  return [
    changed('excerpts', excerpt, { ...described, anchor: 'exact' }),
    ...(claim?.text === excerpt.exact ? [changed('claims', claim, { text: described.exact })] : []),
  ]
}
