import { claimNumbers } from '../../../argument/claim-numbers'
import { mapGraph } from '../../../argument/map-graph'
import type { Rect } from '../../../canvas/card'
import { grown } from '../../../canvas/rect'
import { sceneOf, type Scene } from '../../../canvas/scene'
import type { Measure } from '../../../canvas/wrap-text'
import { GROUNDS, type Theme } from '../../../vocabulary/palette'
import type { ExportRequest } from '../writer'
import type { Picture } from './picture-tree'
import { shownVerdicts } from '../shown-verdicts'
import { areaOf, drawEmpty, drawScene, FAMILY, languageOf } from './draw-scene'
import { NO_NOTES, noteName, sourceNotes, type SourceNotes } from './source-notes'
import { drawBlock, type BlockStyle } from './svg-block'
import { drawLegend } from './svg-legend'
import { textLine } from './svg-text'
import { element, type XmlElement } from './svg-xml'

const MARGIN = 32
/** Points per map pixel on a page as large as the map, as when a browser prints. */
const POINTS = 0.75
/** The gap between the map and the title, legend and notes. Map pixels. */
const GAP = 28
const TITLE: BlockStyle = { size: 20, weight: 600, lineHeight: 28, maximum: 12 }
const CAVEAT: BlockStyle = { size: 13, weight: 400, lineHeight: 20, maximum: 200 }
const NOTE: BlockStyle = { size: 11, weight: 400, lineHeight: 16, maximum: 40 }
const NOTE_HEAD: BlockStyle = { size: 13, weight: 600, lineHeight: 22, maximum: 1 }

/** Shows all claims, including those that collapsed cards hide on screen. */
const ALL = { has: () => true }

/** Draws a map or a part of it from the document, independently of what is on screen. */
export function drawPicture(request: ExportRequest, measure: Measure): Picture {
  const { project, map: id, theme, only = ALL } = request
  const map = project.maps.get(id)
  const scene = sceneOf(project, id, measure, only, request.reuse?.groups)
  const name = map?.name ?? project.about.title
  const notes = request.notes ? sourceNotes(project, scene.cards) : NO_NOTES
  const numbers = request.numbers ? claimNumbers(mapGraph(project, id)) : undefined
  const verdicts = shownVerdicts(request)
  const area = areaOf(scene)
  const above = request.title ? drawTitle(name, area, theme, measure) : { lines: [], top: area.y }
  const words = { supposing: verdicts?.sentence ?? '', caveat: request.caveat ? (map?.caveat ?? '') : '' }
  const below = drawBelow(request, scene, area, words, notes, measure)
  const page = grown({ x: area.x, y: above.top, width: area.width, height: below.bottom - above.top }, MARGIN)
  const drawing = element(
    'g',
    { 'font-family': FAMILY },
    ...(above.lines.length ? [element('g', { 'data-title': 'true' }, ...above.lines)] : []),
    ...(scene.cards.length ? [] : [drawEmpty(area, theme, measure)]),
    ...drawScene(project, scene, { numbers, notes, verdicts }, theme, measure),
    ...below.drawn,
  )
  const ground = request.transparent ? {} : { ground: GROUNDS[theme].page }
  return { name, page, points: POINTS, drawing, ...ground, language: languageOf(project) }
}

/** Draws the name of the map above it, within its width. */
function drawTitle(name: string, area: Rect, theme: Theme, measure: Measure) {
  const { ink } = GROUNDS[theme]
  const { bottom } = drawBlock(name, area, area.width, TITLE, ink, measure)
  const top = area.y - GAP + 8 - (bottom - area.y)
  return { top, lines: drawBlock(name, { x: area.x, y: top }, area.width, TITLE, ink, measure).lines }
}

/** Draws the legend, what is supposed, the caveat and the list of passages below the map, as far as requested. */
function drawBelow(
  { theme, legend }: ExportRequest,
  scene: Scene,
  area: Rect,
  { supposing, caveat }: { readonly supposing: string; readonly caveat: string },
  { citations }: SourceNotes,
  measure: Measure,
): { drawn: XmlElement[]; bottom: number } {
  const { ink, muted } = GROUNDS[theme]
  const drawn: XmlElement[] = []
  let bottom = area.y + area.height
  if (legend && scene.cards.length > 0) {
    const drawnLegend = drawLegend(scene, { x: area.x, y: bottom + GAP }, area.width, theme, measure)
    drawn.push(drawnLegend.legend)
    bottom = drawnLegend.bottom
  }
  const write = (text: string, left: number, style: BlockStyle, fill: string): XmlElement[] => {
    const block = drawBlock(text, { x: area.x + left, y: bottom }, area.width - left, style, fill, measure)
    bottom = block.bottom
    return block.lines
  }
  if (supposing) {
    bottom += GAP / 2
    drawn.push(element('g', { 'data-supposing': 'true' }, ...write(supposing, 0, CAVEAT, ink)))
  }
  if (caveat.trim()) {
    bottom += GAP / 2
    drawn.push(element('g', { 'data-caveat': 'true' }, ...write(caveat, 0, CAVEAT, ink)))
  }
  if (citations.length > 0) {
    bottom += GAP / 2
    const indent = Math.ceil(measure(`${noteName(citations.length)}. `, NOTE)) + 6
    const head = write('Sources', 0, NOTE_HEAD, ink)
    const rows = citations.flatMap((text, index) => {
      const number = {
        x: area.x,
        right: area.x + indent,
        baseline: bottom + NOTE.size,
        style: NOTE,
        fill: muted,
      }
      return [textLine(`${noteName(index + 1)}.`, number, measure), ...write(text, indent, NOTE, ink)]
    })
    drawn.push(element('g', { 'data-notes': 'true' }, ...head, ...rows))
  }
  return { drawn, bottom }
}
