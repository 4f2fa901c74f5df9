import { excerptsByClaim } from '../queries/excerpt-index'
import { bestGrade } from '../queries/grades'
import type { Project } from '../document/project'
import type { Category } from '../records/category'
import type { Claim } from '../records/claim'
import type { Excerpt } from '../records/excerpt'
import type { Group } from '../records/group'
import type { Placement } from '../records/placement'
import type { Relation } from '../records/relation'
import { CARD_WIDTH, type Rect } from './card'
import type { CardFacts } from './card-badges'
import { layoutCard, type CardLayout } from './card-layout'
import { hiddenOn } from '../argument/collapse'
import { groupFrame, type GroupFrame } from './group-frame'
import { mapGraph } from '../argument/map-graph'
import { relationShapes, type RelationShape } from './lines/relation-shape'
import { restingOnOneSource } from '../argument/single-source'
import { fewerIndependent, NO_GROUPS, type SourceGroups } from '../reuse/independence'
import { visibleName } from '../safety/visible-name'
import { relationLabels, type RelationLabel } from './lines/relation-label'
import type { Measure } from './wrap-text'

/** A claim's card on a map. Map pixels. */
export interface SceneCard {
  readonly claim: Claim
  readonly category: Category
  readonly placement: Placement
  readonly face: CardLayout
  readonly rect: Rect
}

/** A group and its frame. */
export interface SceneGroup extends GroupFrame {
  readonly group: Group
}

/** The claims that are shown, such as a `Set`. */
export interface Shown {
  has(claim: string): boolean
}

/** Everything that is drawn on a map. */
export interface Scene {
  readonly cards: readonly SceneCard[]
  readonly groups: readonly SceneGroup[]
  readonly shapes: ReadonlyMap<string, RelationShape>
  /** The labels of the relations that have one, by the relation's id. */
  readonly labels: ReadonlyMap<string, RelationLabel>
}

/**
 * Lays out the cards of a map, in the order in which they were placed.
 * @param shown the claims to show; all if absent. The badge of a collapsed card has the number of claims under it that
 * are not shown, or, if `shown` is absent, the number that it hides on screen
 * @param groups which sources count as one
 */
export function sceneCards(
  project: Project,
  map: string,
  measure: Measure,
  shown?: Shown,
  groups: SourceGroups = NO_GROUPS,
): SceneCard[] {
  const layOut = cardLayout(project, map, measure, shown, groups)
  const cards: SceneCard[] = []
  for (const placement of project.placements.values()) {
    if (placement.map === map && shown?.has(placement.claim) !== false) cards.push(layOut(placement))
  }
  return cards
}

/** Returns what lays out a card of a map. The parameters are those of `sceneCards`. */
export function cardLayout(
  project: Project,
  map: string,
  measure: Measure,
  shown?: Shown,
  groups: SourceGroups = NO_GROUPS,
): (placement: Placement) => SceneCard {
  const excerpts = excerptsByClaim(project)
  const { under } = hiddenOn(mapGraph(project, map))
  return (placement) => {
    const claim = project.claims.get(placement.claim)!
    const passages = excerpts.get(claim.id) ?? NO_PASSAGES
    const facts = {
      excerpts: passages,
      grade: bestGrade(project, passages)?.grade ?? '',
      // Computed only if there is a card, because it goes through all excerpts.
      oneSource: restingOnOneSource(project, groups).has(claim.id),
      independent: fewerIndependent(passages, groups),
      hidden: under.get(claim.id)?.filter((below) => !shown?.has(below)).length ?? 0,
    }
    return sceneCard(placement, claim, project.categories.get(claim.category)!, facts, measure)
  }
}

const NO_PASSAGES: readonly Excerpt[] = []

interface LaidOut {
  readonly facts: CardFacts
  readonly measure: Measure
  readonly card: SceneCard
}

/** The last layout of each card: most cards stay the same from one change to the next. */
const laidOut = new WeakMap<Placement, LaidOut>()

/** Lays out a card, or returns the last layout if nothing that it depends on has changed. */
function sceneCard(
  placement: Placement,
  claim: Claim,
  category: Category,
  facts: CardFacts,
  measure: Measure,
): SceneCard {
  const known = laidOut.get(placement)
  if (
    known?.card.claim === claim &&
    known.card.category === category &&
    known.measure === measure &&
    sameFacts(known.facts, facts)
  )
    return known.card
  const face = layoutCard(claim, visibleName(category.name), facts, measure)
  // A card that keeps its height keeps its rectangle, so that its lines are not drawn again.
  const isAsHigh = known?.card.rect.height === face.height
  const rect = isAsHigh
    ? known.card.rect
    : { x: placement.x, y: placement.y, width: CARD_WIDTH, height: face.height }
  const card = { claim, category, placement, face, rect }
  laidOut.set(placement, { facts, measure, card })
  return card
}

const sameFacts = (one: CardFacts, other: CardFacts): boolean =>
  one.oneSource === other.oneSource &&
  one.independent === other.independent &&
  one.hidden === other.hidden &&
  one.grade === other.grade &&
  (one.excerpts === other.excerpts ||
    (one.excerpts.length === other.excerpts.length &&
      one.excerpts.every((excerpt, index) => excerpt === other.excerpts[index])))

/** The groups of the given cards with their frames. */
export function sceneGroups(project: Project, cards: readonly SceneCard[], measure: Measure): SceneGroup[] {
  const members = new Map<string, Rect[]>()
  for (const { placement, rect } of cards) {
    if (placement.group) members.set(placement.group, [...(members.get(placement.group) ?? []), rect])
  }
  return [...members].flatMap(([id, rects]) => {
    const group = project.groups.get(id)
    return group ? [{ group, ...groupFrame(group.title, rects, measure) }] : []
  })
}

/**
 * Lays out a whole map.
 * @param shown as in `sceneCards`
 * @param asOne the sources that count as one, as in `sceneCards`
 */
export function sceneOf(
  project: Project,
  map: string,
  measure: Measure,
  shown?: Shown,
  asOne?: SourceGroups,
): Scene {
  const cards = sceneCards(project, map, measure, shown, asOne)
  const rects = new Map(cards.map(({ claim, rect }) => [claim.id, rect]))
  const shapes = relationShapes(project.relations, rects)
  const groups = sceneGroups(project, cards, measure)
  return { cards, groups, shapes, labels: relationLabels(shapes, rects, measure) }
}

/** The tables from which relations are put into words. */
type Worded = Pick<Project, 'relations' | 'claims'>

/**
 * A relation as a sentence, for lists and screen readers.
 * @param verb as from `relationWord`
 */
export function relationSentence(project: Worded, relation: Relation, verb: string): string {
  const name = (id: string) => `“${project.claims.get(id)?.text ?? ''}”`
  const premises = relation.premises.map(name).join(' together with ')
  return `${premises} ${verb} ${targetWords(project, relation)}`
}

/** The target of a relation in words: the wording of a claim, or "the relation from …". */
export function targetWords(project: Worded, relation: Relation): string {
  const name = (id: string) => `“${project.claims.get(id)?.text ?? ''}”`
  if (relation.targetType === 'claim') return name(relation.target)
  const target = project.relations.get(relation.target)
  return target ? `the relation from ${target.premises.map(name).join(' and ')}` : 'a relation'
}
