import type { Rect } from '#domain/canvas/card'
import { boundsOf } from '#domain/canvas/rect'
import { cardsAfter, type LaidOutCards } from '#domain/canvas/cards-after'
import type { Measure } from '#domain/canvas/wrap-text'
import type { Project } from '#domain/document/project'
import type { SourceGroups } from '#domain/reuse/independence'
import type { Focus } from '../../../state/view/map-view.svelte'
import { cardNodes, cardsInMotion, framesAround, rectsNow, type CardNode } from './flow-nodes'
import { reachOf, RelationDrawer } from './relation-lines'
import { visibleCards } from './visible-cards'
import { cardsToRender, placesIn, reachesOf, relationsIn } from './visible-region'

/** With more cards than this, Svelte Flow gets only those near the viewport, and renders only those inside it. */
const MANY = 300

/** What a map is drawn from, beside the project. */
interface Around {
  readonly view: { readonly claims: readonly string[]; readonly onMap: { readonly focus: Focus | undefined } }
  /**
   * The part of a large map to draw, the part in which cards are drawn while the user zooms, both in map pixels, and how
   * large the labels of relations are (`labelScaleAt`).
   */
  readonly viewing: { readonly region: Rect; readonly kept: Rect | undefined; readonly labelScale: number }
  /** The nodes that are being dragged. */
  readonly moving: { readonly dragged: readonly CardNode[] }
  readonly reuse: { readonly groups: SourceGroups }
  readonly typeface: { readonly version: number; readonly measure: Measure }
}

/**
 * The cards and relations of a map as they are drawn. The steps are apart, and each keeps its last value if it is equal,
 * so that selecting a card, moving the map or a new verdict does not draw thousands of cards and relations again.
 */
export class DrawnMap {
  readonly #project: () => Project
  readonly #map: string
  readonly #around: Around
  #before: LaidOutCards | undefined
  readonly #drawer = new RelationDrawer()

  // Tables of their own, so that what depends on one of them is not computed again when others change.
  readonly #placements = $derived.by(() => this.#project().placements)
  readonly #allRelations = $derived.by(() => this.#project().relations)
  readonly #claims = $derived.by(() => this.#project().claims)

  readonly sight = $derived.by(() =>
    visibleCards(
      { placements: this.#placements, relations: this.#allRelations },
      this.#map,
      this.#around.view.onMap.focus,
    ),
  )

  readonly #laidOut = $derived.by(
    () =>
      (this.#before = cardsAfter(this.#before, {
        project: this.#project(),
        map: this.#map,
        measure: this.#measure,
        shown: this.sight,
        groups: this.#around.reuse.groups,
      })),
  )

  readonly cards = $derived.by(() => this.#laidOut.cards)

  /** The stored rectangles of the cards, by claim. A drag does not change them. */
  readonly #stored = $derived.by(() => this.#laidOut.rects)

  readonly places: readonly Rect[] = $derived.by(() => [...this.#stored.values()])
  readonly bounds = $derived.by(() => boundsOf(this.places))

  readonly isLarge = $derived.by(() => this.cards.length > MANY)

  readonly #relations = $derived.by(() => this.sight.relations)

  readonly #reaches = $derived.by(() => (this.isLarge ? reachesOf(this.#relations, this.#stored) : undefined))

  /** The relations to draw of a large map. Apart from its cards, which change more often. */
  readonly #relationsNear = $derived.by(
    () => this.#reaches && relationsIn(this.#reaches, this.#around.viewing.region),
  )

  /** The cards of a large map near what is in sight, by their indexes. Apart from the cards, which change more often. */
  readonly #near = $derived.by(() =>
    placesIn(this.places, this.#around.viewing.kept ?? this.#around.viewing.region),
  )

  readonly rendered = $derived.by(() =>
    this.isLarge ? cardsToRender(this.#laidOut, this.#near, this.#around.view.claims) : this.cards,
  )

  /** Svelte Flow's nodes; bind it. */
  nodes: CardNode[] = $derived.by(() =>
    cardNodes(this.rendered, this.#around.view.claims, this.#around.moving.dragged),
  )

  readonly #inMotion = $derived.by(() => cardsInMotion(this.nodes))

  /** The current rectangles of all cards, by claim. */
  readonly rects = $derived.by(() => rectsNow(this.#stored, this.#inMotion))

  readonly relations = $derived.by(() =>
    this.#drawer.draw(
      { relations: this.#relations, claims: this.#claims },
      this.rects,
      this.#measure,
      this.#relationsNear,
      this.#inMotion.size > 0,
      this.#around.viewing.labelScale,
    ),
  )

  /** What is in sight when the whole map is: its cards, and the lines between them unless the map is large. */
  readonly extents: readonly Rect[] = $derived.by(() =>
    this.isLarge ? this.places : [...this.places, ...this.relations.map(({ shape }) => reachOf(shape))],
  )

  readonly groups = $derived.by(() => framesAround(this.#project(), this.cards, this.rects, this.#measure))

  /** @param map the id of the map, which stays the same */
  constructor(project: () => Project, map: string, around: Around) {
    this.#project = project
    this.#map = map
    this.#around = around
  }

  get #measure(): Measure {
    const { typeface } = this.#around
    // Everything is measured again when more of the typeface has loaded.
    void typeface.version
    return typeface.measure
  }
}
