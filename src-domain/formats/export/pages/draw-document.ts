import type { ClaimNumbers } from '../../../argument/claim-numbers'
import { premisesOn } from '../../../argument/map-graph'
import { CARD_WIDTH, type Point, type Rect } from '../../../canvas/card'
import { CARD } from '../../../canvas/card-layout'
import { boundsOf, grown } from '../../../canvas/rect'
import type { Part } from '../../../layout/argument-tree'
import type { Relation } from '../../../records/relation'
import { GROUNDS } from '../../../vocabulary/palette'
import { areaOf, drawEmpty, drawScene, FAMILY, languageOf } from '../picture/draw-scene'
import type { Picture } from '../picture/picture-tree'
import { NO_NOTES, noteName, sourceNotes } from '../picture/source-notes'
import { element, type XmlElement } from '../picture/svg-xml'
import { shownVerdicts, type ShownVerdicts } from '../shown-verdicts'
import type { ExportRequest } from '../writer'
import { drawContinued, drawContinuesTag } from './continued-box'
import { drawNotesPages } from './notes-pages'
import { drawFrame, moved, type Frame } from './page-frame'
import { pageScene, placesOf, type PageScene, type Source } from './page-scene'
import { continuedWords, continuesWords, relationNumbers } from './page-text'
import type { Sheet } from './sheets'
import { claimsIn, type Piece } from './split-trees'

/** The most points per map pixel: wording of 12 points. */
export const LARGEST = 12 / CARD.text.size
/** The fewest points per map pixel at which the wording is legible: 7 points. */
export const SMALLEST = 7 / CARD.text.size
/** Passages in so few lines are below the map. Others have pages of their own. */
const FEW_NOTES = 6
/** White, because a tinted ground is printed as dots. */
const WHITE = '#ffffff'

/** A map to put on pages, with its trees and the numbers of its claims. */
export interface PageMap extends Source {
  readonly numbers: ClaimNumbers
  readonly parts: readonly Part[]
}

/** Draws pages of a map that were given their pieces. */
export class PageDocument {
  readonly #notes
  readonly #name: string
  readonly #verdicts: ShownVerdicts | undefined

  constructor(
    private readonly map: PageMap,
    private readonly request: ExportRequest,
    private readonly sheet: Sheet,
    private readonly today: string,
  ) {
    const cards = [...map.cards.values()]
    this.#notes = request.notes ? sourceNotes(map.project, cards) : NO_NOTES
    this.#verdicts = shownVerdicts(request)
    this.#name = map.project.maps.get(request.map)?.name ?? map.project.about.title
  }

  /** The room for the map on the first page, if all of it were there. */
  get room(): Rect {
    const shapes = [...this.map.graph.relations.values()].map((relation) => {
      const missing = relation.premises.length - premisesOn(this.map.graph, relation).length
      return [relation.id, { relation, junction: NOWHERE, lines: [], arrows: [], ways: [], missing }] as const
    })
    const scene = {
      cards: [...this.map.cards.values()],
      groups: [],
      shapes: new Map(shapes),
      labels: new Map(),
    }
    return drawFrame(this.request, this.sheet, this.#frame(1, 1, []), scene, this.map.measure).room
  }

  /**
   * Draws the pages.
   * @param places the places of the cards of each page; they are arranged for the page if absent
   */
  draw(pieces: readonly (readonly Piece[])[], places?: ReadonlyMap<string, Point>): Drawn {
    const { map, sheet } = this
    const { room } = this
    const draft = pieces.map((each) =>
      pageScene(map, each, places ?? placesOf(each, map.cards, room.width / room.height)),
    )
    const pageOf = new Map(
      draft.flatMap(({ scene }, index) => scene.cards.map(({ claim }) => [claim.id, index + 1] as const)),
    )
    const continuedOn = new Map<string, number[]>()
    draft.forEach(({ continued }, index) => {
      for (const claim of continued.keys())
        continuedOn.set(claim, [...(continuedOn.get(claim) ?? []), index + 1])
    })
    const known = { numbers: map.numbers, pageOf, continuedOn }
    const left = this.#leftOut(draft)
    const inFoot = pieces.length === 1 && this.#notes.citations.length <= FEW_NOTES
    const notes = this.#notes.citations.map((text, index) => ({ name: noteName(index + 1), text }))
    const notePages = inFoot || notes.length === 0 ? [] : this.#notePages(notes)
    const count = pieces.length + notePages.length
    const scales: number[] = []
    const pages = pieces.map((each, index) => {
      const page = index + 1
      const stubs = [...draft[index]!.continued.keys()]
      const isHere = (relation: Relation) => endsOf(relation, map).some((id) => pageOf.get(id) === page)
      const elsewhere = left
        .filter(isHere)
        .map((relation) => relationNumbers(map.graph, relation, page, known))
      const frame = {
        ...this.#frame(page, count, inFoot ? notes : []),
        continues: continuesWords(stubs, known),
        elsewhere,
      }
      const framed = drawFrame(this.request, sheet, frame, draft[index]!.scene, map.measure)
      const aspect = framed.room.width / framed.room.height
      const scene = places ? draft[index]! : pageScene(map, each, placesOf(each, map.cards, aspect))
      const drawing = this.#drawMap(scene, framed.room, count, known)
      scales.push(drawing.scale)
      return this.#page([...framed.head, drawing.drawn, ...framed.foot])
    })
    const ends = notePages.map((drawn, index) => {
      const frame = this.#frame(pieces.length + index + 1, count, [])
      const { head, room } = drawFrame(
        this.request,
        sheet,
        { ...frame, continues: 'Sources' },
        NOTHING,
        map.measure,
      )
      return this.#page([...head, moved(drawn, room)])
    })
    const scale = Math.min(LARGEST, ...scales)
    return { pages: [...pages, ...ends], wording: scale * CARD.text.size, isLegible: scale >= SMALLEST }
  }

  #frame(page: number, pages: number, notes: Frame['notes']): Frame {
    const { project } = this.map
    return {
      name: this.#name,
      about: `${project.about.title} · ${this.today}`,
      caveat: project.maps.get(this.request.map)?.caveat ?? '',
      supposing: this.#verdicts?.sentence ?? '',
      ...{ page, pages, continues: '', elsewhere: [], notes },
    }
  }

  #notePages(notes: Frame['notes']): XmlElement[][] {
    const { room } = drawFrame(this.request, this.sheet, this.#frame(2, 2, []), NOTHING, this.map.measure)
    return drawNotesPages(this.request, notes, room, this.map.measure)
  }

  /** The relations that no page shows with all their ends that are on the map. */
  #leftOut(pages: readonly PageScene[]): Relation[] {
    const { graph } = this.map
    const missing = (relation: Relation) => relation.premises.length - premisesOn(graph, relation).length
    const isWhole = (relation: Relation) =>
      pages.some(({ scene }) => scene.shapes.get(relation.id)?.missing === missing(relation))
    return [...graph.relations.values()].filter((relation) => !isWhole(relation))
  }

  #drawMap({ scene, continued }: PageScene, room: Rect, count: number, known: Known) {
    const { project, measure, numbers } = this.map
    const { theme } = this.request
    const isShown = this.request.numbers || count > 1
    const rects = [areaOf(scene), ...continued.values()].slice(scene.cards.length > 0 ? 0 : 1)
    const area = grown(boundsOf(rects) ?? areaOf(scene), 2, 9)
    const scale = Math.min(LARGEST, room.width / area.width, room.height / area.height)
    const where = (claim: string) => `Claim ${numbers.get(claim)}, from page ${known.pageOf.get(claim)}`
    const children = [
      ...(scene.cards.length === 0 ? [drawEmpty(area, theme, measure)] : []),
      ...[...continued].map(([claim, rect]) =>
        drawContinued(project.claims.get(claim)!, rect, where(claim), theme, measure),
      ),
      ...drawScene(
        project,
        scene,
        { numbers: isShown ? numbers : undefined, notes: this.#notes, verdicts: this.#verdicts },
        theme,
        measure,
      ),
      ...scene.cards.flatMap(({ claim, rect }) => {
        const pages = known.continuedOn.get(claim.id)
        return pages ? [drawContinuesTag(continuedWords(pages), rect, theme, measure)] : []
      }),
    ]
    const left = room.x + (room.width - area.width * scale) / 2 - area.x * scale
    return { scale, drawn: moved(children, { x: left, y: room.y - area.y * scale }, scale) }
  }

  #page(children: readonly XmlElement[]): Picture {
    const { theme, transparent } = this.request
    return {
      name: this.#name,
      page: { x: 0, y: 0, ...this.sheet },
      points: 1,
      drawing: element('g', { 'font-family': FAMILY }, ...children),
      ...(!transparent && { ground: theme === 'light' ? WHITE : GROUNDS[theme].page }),
      language: languageOf(this.map.project),
    }
  }
}

/** Drawn pages, and whether the wording has at least 7 points on all of them. */
export interface Drawn {
  readonly pages: readonly Picture[]
  /** The size of the wording on the page where it is smallest. Points. */
  readonly wording: number
  readonly isLegible: boolean
}

interface Known {
  readonly pageOf: ReadonlyMap<string, number>
  readonly continuedOn: ReadonlyMap<string, readonly number[]>
}

const NOWHERE: Point = { x: 0, y: 0 }
const NOTHING = { cards: [], groups: [], shapes: new Map(), labels: new Map() }

/** The claims of a relation that are on the map: its premises, and its target if that is a claim. */
const endsOf = (relation: Relation, { graph }: PageMap): string[] => [
  ...premisesOn(graph, relation),
  ...(relation.targetType === 'claim' ? [relation.target] : []),
]

/** Whether pieces are legible in a room. */
export function fitsIn(map: PageMap, room: Rect, pieces: readonly Piece[]): boolean {
  const claims = pieces.flatMap(({ tree }) => claimsIn(tree))
  const [width, height] = [room.width / SMALLEST, room.height / SMALLEST]
  const cards = claims.reduce((sum, claim) => sum + map.cards.get(claim)!.rect.height, 0)
  // Saves arranging far too many cards.
  if (cards > (width / CARD_WIDTH) * height) return false
  const places = placesOf(pieces, map.cards, room.width / room.height)
  const rects = [...places].map(([claim, at]) => ({ ...map.cards.get(claim)!.rect, ...at }))
  const bounds = boundsOf(rects)
  return !bounds || (bounds.width + EDGE.x <= width && bounds.height + EDGE.y <= height)
}

/** Room for frames, lines and labels at the edges of an arrangement. Map pixels. */
const EDGE = { x: 24, y: 26 }
