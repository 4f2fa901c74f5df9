import { describe } from '#domain/anchoring/describe'
import type { Project } from '#domain/project'
import type { Claim } from '#domain/records/claim'
import type { Excerpt } from '#domain/records/excerpt'
import type { Source } from '#domain/records/source'
import { article, Builder } from '#domain/testing/build'
import { chance, paragraphsOf, paragraphsOfLength } from './texts'

/** The article that is open at the start, so that another is opened by a click. */
const FIRST = ['A short article', 'It is what is open before another is opened.']

const CATEGORIES = ['claim', 'evidence', 'assumption', 'question', 'hypothesis']

/** A project with a short article and one of that many characters, on which that many passages are marked. */
export function markedProject(characters: number, marks: number): { project: Project; source: Source } {
  const builder = new Builder('Benchmark')
  builder.run('source.add', { article: article(FIRST[0]!, ...FIRST) })
  const paragraphs = paragraphsOfLength(characters, 1)
  const id = builder.run('source.add', { article: article('The long article', ...paragraphs) })
  const source = builder.project.sources.get(id)!
  const claims = new Map<string, Claim>()
  const excerpts = new Map<string, Excerpt>()
  const draw = chance(2)
  while (excerpts.size < marks) {
    const { start, end } = source.blocks[Math.floor(draw() * source.blocks.length)]!
    const from = start + Math.floor(draw() * (end - start - 20))
    const passage = describe(source.text, from, Math.min(end, from + 20 + Math.floor(draw() * 180)))
    if (!passage) continue
    const number = String(excerpts.size).padStart(6, '0')
    const category = CATEGORIES[excerpts.size % CATEGORIES.length]!
    const created = new Date(Date.UTC(2026, 0, 1) + excerpts.size * 1000).toISOString()
    const claim = {
      id: `c${number}`,
      text: passage.exact,
      category,
      note: '',
      tags: [],
      created,
      unstated: false,
    }
    claims.set(claim.id, claim)
    const excerpt = { id: `e${number}`, claim: claim.id, source: id, ...passage, anchor: 'exact' as const }
    excerpts.set(excerpt.id, excerpt)
  }
  return { project: { ...builder.project, claims, excerpts }, source }
}

/** A project of many articles. */
export function libraryProject(articles: number, wordCount: number): Project {
  const builder = new Builder('Benchmark')
  for (let index = 0; index < articles; index++) {
    builder.run('source.add', {
      article: article(`Article ${index + 1}`, ...paragraphsOf(wordCount, 100 + index)),
    })
  }
  return builder.project
}
