import * as v from 'valibot'
import { changed } from '../../document/change'
import { excerptsBySource } from '../../queries/excerpt-index'
import { blocksFit } from '../../document/integrity'
import type { RecordChange } from '../../document/patch'
import type { Excerpt } from '../../records/excerpt'
import { IdSchema } from '../../records/record'
import type { Source } from '../../records/source'
import { keepManualAsides } from '../../versions/manual-asides'
import { carriedExcerpt } from '../../versions/carried-excerpt'
import { carryOver, type Carried } from '../../versions/carry-over'
import { command, nothing, refuse } from '../command'
import { ArticleSchema, type Article } from '../../records/article'

/**
 * Replaces the text of an article by a newer version. Metadata that is filled in stays, the rest is taken from the new
 * file. Every passage is carried over to the new text and gets its anchor state from that (P7).
 */
export const sourceNewVersion = command({
  name: 'source.newVersion',
  title: 'Use as a new version',
  input: v.object({ source: IdSchema, article: ArticleSchema }),
  run(project, { source: id, article }, env) {
    const source = project.sources.get(id)
    if (!source) return refuse('The article is no longer in the project.')
    if (!blocksFit(article)) {
      return refuse('The new version was not used: its blocks do not fit its text. The old version was kept.')
    }
    const label = 'new version of article'
    const select = { type: 'source', id } as const
    if (source.text === article.text && source.originalText === article.originalText)
      return { ...nothing(label), select }
    const { text, links, originalText, fileName, format, encoding, report } = article
    const blocks = keepManualAsides(source, article)
    const replaced = { replaced: env.now(), fileName: source.fileName, originalText: source.originalText }
    const next: Partial<Source> = {
      ...missing(source, article),
      ...{ text, blocks, originalText, fileName, format, encoding, report },
      // The links of the old text do not fit the new one.
      ...(links ? { links } : source.links && { links: [] }),
      previousTexts: [...source.previousTexts, replaced],
    }
    const excerpts = excerptsBySource(project).get(id) ?? []
    const found = carryOver(source.text, text, excerpts)
    const patch = [
      changed('sources', source, next),
      ...excerpts.flatMap((excerpt, at) => carriedChange(excerpt, found[at]!, text)),
    ]
    return { patch, label, select }
  },
})

const DESCRIPTIVE = [
  'authors',
  'publisher',
  'published',
  'url',
  'doi',
  'accessed',
  'language',
  'kind',
] as const

/** The metadata of the new file for the fields that are empty in the source. */
const missing = (source: Source, article: Article): Partial<Source> =>
  Object.fromEntries(
    DESCRIPTIVE.filter((field) => source[field].length === 0).map((field) => [field, article[field]]),
  )

function carriedChange(from: Excerpt, found: Carried, text: string): RecordChange[] {
  const to = carriedExcerpt(from, found, text)
  const same =
    from.anchor === to.anchor &&
    from.start === to.start &&
    from.end === to.end &&
    from.judgedFor === to.judgedFor
  return same ? [] : [{ table: 'excerpts', id: from.id, from, to }]
}
