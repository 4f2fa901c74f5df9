import { describe } from '../../anchoring/describe'
import { findElsewhere } from '../../anchoring/find'
import type { Project } from '../../document/project'
import type { Excerpt } from '../../records/excerpt'
import { QUOTES, type Source } from '../../records/source'
import { sameArticle, sameWork } from '../../versions/same-article'

/**
 * The article of a project from which quotes come, by its DOI, address, title and author, or else by its text;
 * undefined if it is not there, or if the source is no source of quotes.
 */
export function quotedArticle(here: Project, source: Source): string | undefined {
  if (source.kind !== QUOTES) return undefined
  const isArticle = (id: string) => here.sources.get(id)?.kind !== QUOTES
  // Comparing texts takes longest, and quotes seldom are most of an article.
  const named = sameWork(here, source).find(isArticle)
  return named ?? sameArticle(here, source).find(({ source: id }) => isArticle(id))?.source
}

/**
 * A passage of a source of quotes as it is in the article that is there: exact if its words occur there once, or once
 * with other white space; else as `findElsewhere` finds it. Any other passage stays as it is.
 */
export function foundIn(here: Project, excerpt: Excerpt): Excerpt {
  const text = here.sources.get(excerpt.source)?.text
  if (text === undefined || text.slice(excerpt.start, excerpt.end) === excerpt.exact) return excerpt
  const place = onlyPlace(text, excerpt.exact)
  const described = place && describe(text, place.start, place.end)
  if (described) return { ...excerpt, ...described, anchor: 'exact' }
  const { state, start, end } = findElsewhere(text, excerpt)
  return { ...excerpt, start, end, anchor: state }
}

/** Where words occur in a text, whatever white space is between them; undefined if nowhere or at several places. */
function onlyPlace(text: string, words: string): { start: number; end: number } | undefined {
  const first = text.indexOf(words)
  if (first >= 0)
    return text.indexOf(words, first + 1) < 0 ? { start: first, end: first + words.length } : undefined
  const parts = words.split(/\s+/).filter(Boolean)
  if (parts.length === 0 || parts.length > 2000) return undefined
  const pattern = new RegExp(
    parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+'),
    'g',
  )
  const [one, ...others] = text.matchAll(pattern)
  return one && others.length === 0 ? { start: one.index, end: one.index + one[0].length } : undefined
}
