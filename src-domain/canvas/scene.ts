import { excerptsByClaim } from '../queries/excerpt-index'
import type { Project } from '../document/project'
import type { Category } from '../records/category'
import type { Claim } from '../records/claim'
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
import { stepMarks, type StepMark } from './lines/step-label'
import type { Measure } from './wrap-text'

/** A claim's card on a map. Map pixels. */
export interface SceneCard {
  readonly claim: Claim
  readonly category: Category
  readonly placement: Placement
  readonly face: CardLayout
  readonly rect: Rect
}

/** The frame around the cards of a group. */
export interface SceneGroup extends GroupFrame {
  readonly group: Group
}

/** Tells which claims are shown. */
interface Shown {
  has(claim: string): boolean
}

/** All that is drawn of a map. */
export interface Scene {
  readonly cards: readonly SceneCard[]
  readonly groups: readonly SceneGroup[]
  readonly shapes: ReadonlyMap<string, RelationShape>
  /** The words beside the junctions of some of them, by the relation's id. */
  readonly marks: ReadonlyMap<string, StepMark>
}

/**
 * The cards of a map, each laid out; bottom ones last, in the order in which they were placed.
 * @param shown which of the claims; a collapsed card says how many of those that it hides are not among them. All of the
 * map's if not given, and then collapsed cards say how many they would hide
 */
export function sceneCards(project: Project, map: string, measure: Measure, shown?: Shown): SceneCard[] {
  const excerpts = excerptsByClaim(project)
  const { under } = hiddenOn(mapGraph(project, map))
  return [...project.placements.values()]
    .filter((placement) => placement.map === map && (shown?.has(placement.claim) ?? true))
    .map((placement) => {
      const claim = project.claims.get(placement.claim)!
      const category = project.categories.get(claim.category)!
      const facts = {
        excerpts: excerpts.get(claim.id) ?? [],
        // Asked of a card only: all passages are looked through for it.
        oneSource: restingOnOneSource(project).has(claim.id),
        hidden: under.get(claim.id)?.filter((below) => !shown?.has(below)).length ?? 0,
      }
      return sceneCard(placement, claim, category, facts, measure)
    })
}

interface LaidOut {
  readonly facts: CardFacts
  readonly measure: Measure
  readonly card: SceneCard
}

/** The card that was laid out last of each placement: most of a map stays as it is from one step to the next. */
const laidOut = new WeakMap<Placement, LaidOut>()

/** The same card as before, where all that it is laid out from is the same. */
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
  const face = layoutCard(claim, facts, measure)
  const rect = { x: placement.x, y: placement.y, width: CARD_WIDTH, height: face.height }
  const card = { claim, category, placement, face, rect }
  laidOut.set(placement, { facts, measure, card })
  return card
}

const sameFacts = (one: CardFacts, other: CardFacts): boolean =>
  one.oneSource === other.oneSource &&
  one.hidden === other.hidden &&
  one.excerpts.length === other.excerpts.length &&
  one.excerpts.every((excerpt, index) => excerpt === other.excerpts[index])

/** The frames of the groups that these cards belong to. */
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
 * Everything on a map: its cards, its groups and the relations between the cards.
 * @param shown as with `sceneCards`
 */
export function sceneOf(project: Project, map: string, measure: Measure, shown?: Shown): Scene {
  const cards = sceneCards(project, map, measure, shown)
  const rects = new Map(cards.map(({ claim, rect }) => [claim.id, rect]))
  const shapes = relationShapes(project.relations, rects)
  const groups = sceneGroups(project, cards, measure)
  return { cards, groups, shapes, marks: stepMarks(shapes, rects, measure) }
}

/** The relation said in one sentence, for lists and screen readers. */
export function relationSentence(project: Project, relation: Relation, verb: string): string {
  const name = (id: string) => `“${project.claims.get(id)?.text ?? ''}”`
  const premises = relation.premises.map(name).join(' together with ')
  return `${premises} ${verb} ${targetWords(project, relation)}`
}

/** What a relation leads to: the wording of a claim, or the step that it is about. */
export function targetWords(project: Project, relation: Relation): string {
  const name = (id: string) => `“${project.claims.get(id)?.text ?? ''}”`
  if (relation.targetType === 'claim') return name(relation.target)
  const target = project.relations.get(relation.target)
  return target ? `the step from ${target.premises.map(name).join(' and ')}` : 'a step'
}
