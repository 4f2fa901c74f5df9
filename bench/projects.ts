import { describe } from '#domain/anchoring/describe'
import type { Project } from '#domain/document/project'
import type { Claim } from '#domain/records/claim'
import type { Excerpt } from '#domain/records/excerpt'
import type { Placement } from '#domain/records/placement'
import type { Relation } from '#domain/records/relation'
import type { Source } from '#domain/records/source'
import { article, Builder } from '#domain/testing/build'
import { chance, paragraphsOf, paragraphsOfLength, sentence } from './texts'

/** The article that is open at first, so that another can be opened by a click. */
const FIRST = ['A short article', 'It is what is open before another is opened.']

const CATEGORIES = ['judgement', 'evidence', 'assumption', 'question', 'hypothesis']

/** A project with a short article, and one of that many characters with that many marked passages. */
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

/** The layout of a map's cards: the distance in map pixels, and the most characters of a claim. */
interface Spread {
  readonly x: number
  readonly y: number
  readonly letters: number
}

/** The first like cards that users dragged, the second as dense as possible. */
export const WIDE: Spread = { x: 300, y: 240, letters: 200 }
export const DENSE: Spread = { x: 264, y: 104, letters: 24 }

/**
 * A project with an empty map and a map with that many claims in rows, each bearing on a nearby one in the row above.
 * Further relations are undercuts, relations with two premises, and contradictions of neighbours.
 */
export function mapProject(
  claimCount: number,
  relationCount: number,
  spread: Spread,
): { project: Project; map: string } {
  const builder = new Builder('Benchmark')
  builder.run('source.add', { article: article(FIRST[0]!, ...FIRST) })
  const map = builder.run('map.add', { name: LARGE_MAP })
  const draw = chance(4)
  // The map is one and a half times as wide as high.
  const columns = Math.ceil(Math.sqrt((claimCount * spread.y * 1.5) / spread.x))
  const [claims, placements, relations] = [
    new Map<string, Claim>(),
    new Map<string, Placement>(),
    new Map<string, Relation>(),
  ]
  const says = { note: '', warrant: '', scheme: '', strength: '' as const }
  const id = (letter: string, index: number) => `${letter}${String(index).padStart(6, '0')}`
  const relate = (
    kind: Relation['kind'],
    premises: string[],
    targetType: Relation['targetType'],
    target: string,
  ) => {
    const relation = { id: id('r', relations.size), kind, premises, targetType, target, ...says, answers: [] }
    relations.set(relation.id, relation)
  }
  for (let index = 0; index < claimCount; index++) {
    const claim = id('c', index)
    const created = new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString()
    const category = CATEGORIES[index % CATEGORIES.length]!
    const text = sentence(draw).slice(0, Math.ceil(spread.letters * (0.2 + 0.8 * draw())))
    claims.set(claim, { id: claim, text, category, note: '', tags: [], created, unstated: false })
    const at = { x: (index % columns) * spread.x, y: Math.floor(index / columns) * spread.y }
    const stands = { collapsed: false, pinned: false, colour: '' as const, group: '' }
    placements.set(id('p', index), { id: id('p', index), map, claim, ...at, ...stands })
    const above = index - columns + Math.floor(draw() * 3) - 1
    if (above >= 0) relate(draw() < 0.7 ? 'support' : 'attack', [claim], 'claim', id('c', above))
  }
  while (relations.size < relationCount) {
    const index = columns + Math.floor(draw() * (claimCount - columns - 2))
    const [claim, next] = [id('c', index), id('c', index + 1)]
    const which = draw()
    if (which < 0.4) relate('attack', [claim], 'relation', id('r', Math.max(0, index - columns - 3)))
    else if (which < 0.8) relate('support', [claim, next], 'claim', id('c', index - columns))
    else relate('contradict', [claim], 'claim', next)
  }
  return { project: { ...builder.project, claims, placements, relations }, map }
}

/** The name of the map to open. */
export const LARGE_MAP = 'The large map'

/** A project with many articles. */
export function libraryProject(articles: number, wordCount: number): Project {
  const builder = new Builder('Benchmark')
  for (let index = 0; index < articles; index++) {
    builder.run('source.add', {
      article: article(`Article ${index + 1}`, ...paragraphsOf(wordCount, 100 + index)),
    })
  }
  return builder.project
}
