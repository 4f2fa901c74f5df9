import { excerptsBy } from '../excerpts-by'
import type { Project } from '../project'
import type { Category } from '../records/category'
import type { Claim } from '../records/claim'
import type { Placement } from '../records/placement'
import type { Relation } from '../records/relation'
import { CARD_WIDTH, type Rect } from './card'
import { cardFace, type CardFace } from './card-face'
import { relationShapes, type RelationShape } from './relation-shape'
import type { Measure } from './wrap'

/** A claim's card on a map. Map pixels. */
export interface SceneCard {
  readonly claim: Claim
  readonly category: Category
  readonly placement: Placement
  readonly face: CardFace
  readonly rect: Rect
}

/** All that is drawn of a map. */
export interface Scene {
  readonly cards: readonly SceneCard[]
  readonly shapes: ReadonlyMap<string, RelationShape>
}

/** The cards of a map, each laid out; bottom ones last, in the order in which they were placed. */
export function sceneCards(project: Project, map: string, measure: Measure): SceneCard[] {
  const excerpts = excerptsBy(project, 'claim')
  return [...project.placements.values()]
    .filter((placement) => placement.map === map)
    .map((placement) => {
      const claim = project.claims.get(placement.claim)!
      const category = project.categories.get(claim.category)!
      const face = cardFace(claim, excerpts.get(claim.id) ?? [], measure)
      const rect = { x: placement.x, y: placement.y, width: CARD_WIDTH, height: face.height }
      return { claim, category, placement, face, rect }
    })
}

/** Everything on a map: its cards and the relations between them. */
export function sceneOf(project: Project, map: string, measure: Measure): Scene {
  const cards = sceneCards(project, map, measure)
  const rects = new Map(cards.map(({ claim, rect }) => [claim.id, rect]))
  return { cards, shapes: relationShapes(project.relations, rects) }
}

/** The relation said in one sentence, for lists and screen readers. */
export function relationSentence(project: Project, relation: Relation, verb: string): string {
  const name = (id: string) => `“${project.claims.get(id)?.text ?? ''}”`
  const premises = relation.premises.map(name).join(' together with ')
  if (relation.targetType === 'claim') return `${premises} ${verb} ${name(relation.target)}`
  const target = project.relations.get(relation.target)
  const step = target ? `the step from ${target.premises.map(name).join(' and ')}` : 'a step'
  return `${premises} ${verb} ${step}`
}
