import type { Project } from '../../../document/project'
import { FIRST_CATEGORIES } from '../../../records/category'
import type { Claim } from '../../../records/claim'
import type { Relation } from '../../../records/relation'

/** Something that a project can contain, and that a format may have no place for. */
export interface Content {
  /** What one is called, and what several are: “1 note on a claim”, “2 notes on claims”. */
  readonly one: string
  readonly many: string
  /**
   * How many there are.
   * @param exported the project; of a format of one map, with this map alone
   * @param whole the whole project
   */
  readonly count: (exported: Project, whole: Project) => number
}

const counted = <Row>(rows: ReadonlyMap<string, Row>, has: (row: Row) => boolean): number => {
  let count = 0
  for (const row of rows.values()) if (has(row)) count++
  return count
}
const ofClaims =
  (has: (claim: Claim, project: Project) => boolean) =>
  (project: Project): number =>
    counted(project.claims, (claim) => has(claim, project))
const ofRelations =
  (has: (relation: Relation) => boolean) =>
  ({ relations }: Project): number =>
    counted(relations, has)

/** Every project starts with these, so that nothing is lost with them. */
const FIRST_DEFINITIONS: ReadonlySet<string> = new Set(FIRST_CATEGORIES.map(({ definition }) => definition))

/** Whether a passage has a place in the text of its article. */
export const isFound = ({ anchor }: { readonly anchor: string }): boolean =>
  anchor !== 'lost' && anchor !== 'ambiguous'

/** The claims that rest on a passage with a place. */
export const restingClaims = ({ excerpts }: Project): Set<string> =>
  new Set([...excerpts.values()].filter(isFound).map(({ claim }) => claim))

/** How many articles have passages. */
const articlesUsed = ({ excerpts }: Project): number =>
  new Set([...excerpts.values()].map(({ source }) => source)).size

/** The articles on which each claim rests. */
function articlesOfClaims({ excerpts }: Project): ReadonlyMap<string, ReadonlySet<string>> {
  const articles = new Map<string, Set<string>>()
  for (const { claim, source } of excerpts.values())
    articles.set(claim, (articles.get(claim) ?? new Set()).add(source))
  return articles
}

/** All that a project can contain beyond the wordings of claims and which of them support and attack others. */
export const CONTENTS = {
  wordings: {
    one: 'wording that differs from its passage',
    many: 'wordings that differ from their passages',
    count: (project) => {
      const same = new Set(
        [...project.excerpts.values()]
          .filter(({ claim, exact }) => project.claims.get(claim)?.text === exact)
          .map(({ claim }) => claim),
      )
      return counted(project.claims, ({ id }) => !same.has(id))
    },
  },
  lines: {
    one: 'wording in several lines (it becomes one line)',
    many: 'wordings in several lines (they become one line)',
    count: ofClaims(({ text }) => /[\r\n]/.test(text)),
  },
  claimsWithoutPassage: {
    one: 'claim that rests on no passage',
    many: 'claims that rest on no passage',
    count: (project) => project.claims.size - restingClaims(project).size,
  },
  claimNotes: {
    one: 'note on a claim',
    many: 'notes on claims',
    count: ofClaims(({ note }) => note !== ''),
  },
  tags: {
    one: 'claim with tags (its tags)',
    many: 'tags of claims',
    count: ofClaims(({ tags }) => tags.length > 0),
  },
  categories: {
    one: 'category of a claim',
    many: 'categories of claims',
    count: ({ claims }) => claims.size,
  },
  definitions: {
    one: 'definition of a category of your own',
    many: 'definitions of categories of your own',
    count: ({ categories }) =>
      counted(categories, ({ definition }) => definition !== '' && !FIRST_DEFINITIONS.has(definition)),
  },
  unstated: {
    one: 'mark of an unstated premise',
    many: 'marks of unstated premises',
    count: ofClaims((claim) => claim.unstated),
  },
  weighing: {
    one: 'claim with a standing or a judgement (these)',
    many: 'standings and judgements of claims',
    count: ofClaims(({ standing = '', judgement }) => standing !== '' || judgement !== undefined),
  },
  passages: {
    one: 'passage',
    many: 'passages',
    count: ({ excerpts }) => excerpts.size,
  },
  uncertainPassages: {
    one: 'passage that is lost or ambiguous',
    many: 'passages that are lost or ambiguous',
    count: ({ excerpts }) => counted(excerpts, (excerpt) => !isFound(excerpt)),
  },
  passagesWithoutAddress: {
    one: 'passage of an article without an address',
    many: 'passages of articles without an address',
    count: ({ excerpts, sources }) => counted(excerpts, ({ source }) => !sources.get(source)?.url),
  },
  texts: {
    one: 'text of an article beyond its passages',
    many: 'texts of articles beyond their passages',
    count: ({ sources }) => sources.size,
  },
  details: {
    one: 'article with details (author, publisher, date, grades)',
    many: 'details of articles (authors, publishers, dates, grades)',
    count: ({ sources }) =>
      counted(
        sources,
        ({ authors, publisher, published, reliability, credibility }) =>
          authors.length > 0 || `${publisher}${published}${reliability}${credibility}` !== '',
      ),
  },
  addresses: {
    one: 'address or DOI of an article',
    many: 'addresses and DOIs of articles',
    count: ({ sources }) => counted(sources, ({ url, doi }) => `${url}${doi}` !== ''),
  },
  idleArticles: {
    one: 'article without passages',
    many: 'articles without passages',
    count: (_exported, whole) => whole.sources.size - articlesUsed(whole),
  },
  relations: {
    one: 'relation',
    many: 'relations',
    count: ({ relations }) => relations.size,
  },
  linked: {
    one: 'relation with linked premises',
    many: 'relations with linked premises',
    count: ofRelations(({ premises }) => premises.length > 1),
  },
  undercuts: {
    one: 'undercut',
    many: 'undercuts',
    count: ofRelations(({ targetType, kind }) => targetType === 'relation' && kind === 'attack'),
  },
  backings: {
    one: 'support for a relation',
    many: 'supports for relations',
    count: ofRelations(({ targetType, kind }) => targetType === 'relation' && kind === 'support'),
  },
  contradictions: {
    one: 'contradiction',
    many: 'contradictions',
    count: ofRelations(({ kind }) => kind === 'contradict'),
  },
  relationsAcross: {
    one: 'relation between claims that share no article',
    many: 'relations between claims that share no article',
    count: (project) => {
      const articles = articlesOfClaims(project)
      return counted(project.relations, ({ premises, targetType, target }) => {
        const on = targetType === 'claim' ? articles.get(target) : undefined
        const from = articles.get(premises[0] ?? '')
        return on !== undefined && from !== undefined && [...from].every((article) => !on.has(article))
      })
    },
  },
  schemes: {
    one: 'scheme of a relation',
    many: 'schemes of relations',
    count: ofRelations(({ scheme }) => scheme !== ''),
  },
  warrants: {
    one: 'warrant',
    many: 'warrants',
    count: ofRelations(({ warrant }) => warrant !== ''),
  },
  strengths: {
    one: 'strength of a relation',
    many: 'strengths of relations',
    count: ofRelations(({ strength }) => strength !== ''),
  },
  answers: {
    one: 'relation with answers to critical questions (these)',
    many: 'answers to critical questions',
    count: ofRelations(({ answers }) => answers.length > 0),
  },
  relationNotes: {
    one: 'note on a relation',
    many: 'notes on relations',
    count: ofRelations(({ note }) => note !== ''),
  },
  positions: {
    one: 'position of a card',
    many: 'positions of cards',
    count: ({ placements }) => placements.size,
  },
  colours: {
    one: 'colour of a card',
    many: 'colours of cards',
    count: ({ placements }) => counted(placements, ({ colour }) => colour !== ''),
  },
  pins: {
    one: 'card that is pinned or collapsed (that it is)',
    many: 'marks of pinned and collapsed cards',
    count: ({ placements }) => counted(placements, ({ pinned, collapsed }) => pinned || collapsed),
  },
  groups: {
    one: 'group',
    many: 'groups',
    count: ({ groups }) => groups.size,
  },
  caveats: {
    one: 'caveat of a map',
    many: 'caveats of maps',
    count: ({ maps }) => counted(maps, ({ caveat }) => caveat !== ''),
  },
  presentations: {
    one: 'presentation',
    many: 'presentations',
    count: ({ maps }) => counted(maps, ({ steps }) => steps.length > 0),
  },
  maps: {
    one: 'map',
    many: 'maps',
    count: ({ maps }) => maps.size,
  },
  otherMaps: {
    one: 'other map',
    many: 'other maps',
    count: (exported, whole) => whole.maps.size - exported.maps.size,
  },
  elsewhere: {
    one: 'claim that is not on the map, with its relations',
    many: 'claims that are not on the map, with their relations',
    count: (exported, whole) => whole.claims.size - exported.claims.size,
  },
  matrices: {
    one: 'matrix of hypotheses and evidence',
    many: 'matrices of hypotheses and evidence',
    count: (_exported, whole) => whole.matrices.size,
  },
  scenarios: {
    one: 'scenario',
    many: 'scenarios',
    count: (_exported, whole) => whole.scenarios.size,
  },
  ties: {
    one: 'decision on whether articles are independent',
    many: 'decisions on whether articles are independent',
    count: (_exported, whole) => whole.ties.size,
  },
  authors: {
    one: 'set of initials of who made a claim, relation or passage',
    many: 'initials of who made claims, relations and passages',
    count: ({ claims, relations, excerpts }) =>
      [claims, relations, excerpts].reduce(
        (sum, rows) => sum + counted<{ by?: unknown }>(rows, ({ by }) => by !== undefined),
        0,
      ),
  },
} as const satisfies Record<string, Content>

export type ContentName = keyof typeof CONTENTS
