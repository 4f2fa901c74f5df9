import { claimNumbers } from '../../../argument/claim-numbers'
import { mapGraph } from '../../../argument/map-graph'
import { CARD } from '../../../canvas/card-layout'
import { sceneCards } from '../../../canvas/scene'
import type { Measure } from '../../../canvas/wrap-text'
import { argumentTrees } from '../../../layout/argument-tree'
import { restricted } from '../part'
import { drawPicture } from '../picture/picture'
import type { Picture } from '../picture/picture-tree'
import type { ExportRequest } from '../writer'
import { fitsIn, PageDocument, type Drawn, type PageMap } from './draw-document'
import { sheetsOf, type Sheet } from './sheets'
import { splitTrees, type Piece } from './split-trees'

/** A map on pages. */
export interface Pages {
  readonly pages: readonly Picture[]
  /** The size of the wording on the page where it is smallest. Points. */
  readonly wording: number
}

/** What the pages need besides the request. */
export interface PagesEnv {
  readonly measure: Measure
  /** The date that they show, `YYYY-MM-DD`. */
  readonly today: string
}

/**
 * Draws a map for printing: on one page as large as the map, or on sheets of paper with a title block, where the cards
 * are arranged for the sheet and go over several pages before their wording falls under 7 points. The project is not
 * changed.
 */
export function drawPages(request: ExportRequest, env: PagesEnv): Pages {
  if (request.paper === 'fitted') {
    const picture = drawPicture(request, env.measure)
    return { pages: [picture], wording: CARD.text.size * picture.points }
  }
  const sheets = sheetsOf(request.paper, request.orientation)
  const [first, ...others] = sheets.map((sheet) => drawSheets(sheet, request, env))
  return others.reduce((best, each) => (isBetter(each, best) ? each : best), first!)
}

const isBetter = (one: Pages, other: Pages): boolean =>
  one.pages.length === other.pages.length
    ? one.wording > other.wording
    : one.pages.length < other.pages.length

/** How much less room is assumed if what is written below the map left too little. Points. */
const LESS_ROOM = [0, 24, 60, 120]

/** Draws a map on sheets of a size, as many as its wording needs to have 7 points. */
export function drawSheets(sheet: Sheet, request: ExportRequest, env: PagesEnv): Pages {
  const map = pageMap(request, env.measure)
  const document = new PageDocument(map, request, sheet, env.today)
  if (request.arrangement === 'map') {
    const places = new Map([...map.cards].map(([claim, { rect }]) => [claim, rect]))
    return document.draw([wholePieces(map)], places)
  }
  const heights = new Map([...map.cards].map(([claim, { rect }]) => [claim, rect.height]))
  const { room } = document
  let drawn: Drawn | undefined
  for (const less of LESS_ROOM) {
    const least = { ...room, height: room.height - less }
    const pieces = splitTrees(map.parts, heights, (each) => fitsIn(map, least, each))
    drawn = document.draw(pieces.length > 0 ? pieces : [[]])
    if (drawn.isLegible) break
  }
  return drawn!
}

const wholePieces = ({ parts }: PageMap): Piece[] =>
  parts.flatMap(({ group, trees }, part) => trees.map((tree) => ({ part, group, tree, continued: false })))

function pageMap(request: ExportRequest, measure: Measure): PageMap {
  const project = restricted(request)
  const graph = mapGraph(project, request.map)
  // As in other pictures, cards are not hidden by collapsed ones.
  const cards = sceneCards(
    request.project,
    request.map,
    measure,
    request.only ?? { has: () => true },
    request.reuse?.groups,
  )
  return {
    project,
    graph,
    measure,
    cards: new Map(cards.map((card) => [card.claim.id, card])),
    // Of the whole map, so that a part has the same numbers.
    numbers: claimNumbers(mapGraph(request.project, request.map)),
    parts: argumentTrees(graph, new Set(graph.placements.keys())),
  }
}
