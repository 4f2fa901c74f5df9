import { claimNumbers } from '../../../argument/claim-numbers'
import { mapGraph } from '../../../argument/map-graph'
import type { Rect } from '../../../canvas/card'
import { boundsOf, grown } from '../../../canvas/rect'
import { signRect } from '../../../canvas/lines/relation-shape'
import { relationSentence, sceneOf, type Scene } from '../../../canvas/scene'
import type { Measure, TextStyle } from '../../../canvas/wrap-text'
import { GROUNDS, type Theme } from '../../../vocabulary/palette'
import type { Project } from '../../../document/project'
import { relationWord } from '../../../records/relation'
import type { ExportRequest } from '../writer'
import type { Picture } from './picture-tree'
import { noteName, sourceNotes, spans, type SourceNotes } from './source-notes'
import { drawBlock, type BlockStyle } from './svg-block'
import { drawCard } from './svg-card'
import { drawGroup } from './svg-group'
import { drawLegend } from './svg-legend'
import { drawLines, drawRelation } from './svg-relation'
import { textLine } from './svg-text'
import { element, type XmlElement } from './svg-xml'

const FAMILY = "Inter, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"
const MARGIN = 32
/** The gap between the map and the title, legend and notes. Map pixels. */
const GAP = 28
/** Room for the width of a line at the edge of the map. Map pixels. */
const LINE = 4
const NARROWEST = 480
const TITLE: BlockStyle = { size: 20, weight: 600, lineHeight: 28, maximum: 12 }
const CAVEAT: BlockStyle = { size: 13, weight: 400, lineHeight: 20, maximum: 200 }
const NOTE: BlockStyle = { size: 11, weight: 400, lineHeight: 16, maximum: 40 }
const NOTE_HEAD: BlockStyle = { size: 13, weight: 600, lineHeight: 22, maximum: 1 }
const EMPTY: TextStyle = { size: 14, weight: 400 }

/** Shows all claims, including those that collapsed cards hide on screen. */
const ALL = { has: () => true }

/** Draws a map or a part of it from the document, independently of what is on screen. */
export function drawPicture(request: ExportRequest, measure: Measure): Picture {
  const { project, map: id, theme, only = ALL } = request
  const map = project.maps.get(id)
  const scene = sceneOf(project, id, measure, only)
  const shapes = [...scene.shapes.values()].map((shape) => ({
    shape,
    sentence: relationSentence(project, shape.relation, relationWord(shape.relation)),
  }))
  const name = map?.name ?? project.about.title
  const notes = request.notes ? sourceNotes(project, scene.cards) : NO_NOTES
  const numbers = request.numbers ? claimNumbers(mapGraph(project, id)) : undefined
  const area = areaOf(scene)
  const above = request.title ? drawTitle(name, area, theme, measure) : { lines: [], top: area.y }
  const below = drawBelow(request, scene, area, map?.caveat ?? '', notes, measure)
  const page = grown({ x: area.x, y: above.top, width: area.width, height: below.bottom - above.top }, MARGIN)
  const drawing = element(
    'g',
    { 'font-family': FAMILY },
    ...(above.lines.length ? [element('g', { 'data-title': 'true' }, ...above.lines)] : []),
    ...(scene.cards.length ? [] : [drawEmpty(area, theme, measure)]),
    ...scene.groups.map((group) => drawGroup(group, theme, measure)),
    ...shapes.map(({ shape, sentence }) => drawLines(shape, sentence, theme)),
    ...scene.cards.map((card) =>
      drawCard(
        card,
        { number: numbers?.get(card.claim.id), notes: spans(notes.numbers.get(card.claim.id) ?? []) },
        theme,
        measure,
      ),
    ),
    ...shapes.map(({ shape, sentence }) =>
      drawRelation(shape, sentence, scene.labels.get(shape.relation.id), theme, measure),
    ),
    ...below.drawn,
  )
  const ground = request.transparent ? {} : { ground: GROUNDS[theme].page }
  return { name, page, drawing, ...ground, language: languageOf(project) }
}

function languageOf({ sources }: Project): string {
  const languages = new Set([...sources.values()].flatMap(({ language }) => language || []))
  return languages.size === 1 ? [...languages][0]! : 'en'
}

const NO_NOTES: SourceNotes = { citations: [], numbers: new Map() }

/** The area of cards, frames, junctions and labels, with a least width for the title. */
function areaOf(scene: Scene): Rect {
  const rects: Rect[] = [...scene.cards, ...scene.groups].map(({ rect }) => rect)
  rects.push(...[...scene.labels.values()].map(({ rect }) => rect))
  for (const shape of scene.shapes.values()) {
    const bends = shape.ways.flatMap((way) => way.slice(1, -1))
    rects.push(
      signRect(shape),
      ...bends.map(({ x, y }) => ({ x: x - LINE, y: y - LINE, width: LINE * 2, height: LINE * 2 })),
    )
  }
  if (rects.length === 0) return { x: 0, y: 0, width: NARROWEST, height: TITLE.lineHeight }
  const { x, y, width, height } = boundsOf(rects)!
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [right, bottom] = [Math.ceil(x + width), Math.ceil(y + height)]
  return { x: left, y: top, width: Math.max(right - left, NARROWEST), height: bottom - top }
}

/** Draws the name of the map above it, within its width. */
function drawTitle(name: string, area: Rect, theme: Theme, measure: Measure) {
  const { ink } = GROUNDS[theme]
  const { bottom } = drawBlock(name, area, area.width, TITLE, ink, measure)
  const top = area.y - GAP + 8 - (bottom - area.y)
  return { top, lines: drawBlock(name, { x: area.x, y: top }, area.width, TITLE, ink, measure).lines }
}

/** Draws the legend, the caveat and the list of passages below the map, as far as requested. */
function drawBelow(
  { theme, legend, caveat }: ExportRequest,
  scene: Scene,
  area: Rect,
  words: string,
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
  if (caveat && words.trim()) {
    bottom += GAP / 2
    drawn.push(element('g', { 'data-caveat': 'true' }, ...write(words, 0, CAVEAT, ink)))
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

const drawEmpty = ({ x, y, width }: Rect, theme: Theme, measure: Measure): XmlElement =>
  textLine(
    'There are no claims on this map yet.',
    { x, right: x + width, baseline: y + EMPTY.size, style: EMPTY, fill: GROUNDS[theme].muted },
    measure,
  )
