import type { Rect } from '../../graph/card'
import { JUNCTION_RADIUS } from '../../graph/leg'
import { relationSentence, sceneOf, type Scene } from '../../graph/scene'
import { wrap, type Measure, type TextStyle } from '../../graph/wrap'
import { GROUNDS, type Theme } from '../../palette'
import { relationWord } from '../../records/relation'
import type { ExportEnv, ExportFormat, ExportRequest } from './format'
import { drawCard } from './svg-card'
import { fontFaces } from './svg-fonts'
import { drawGroup } from './svg-group'
import { drawLegend } from './svg-legend'
import { drawLines, drawRelation, markRect, markWords } from './svg-relation'
import { isRightToLeft, textLine } from './svg-text'
import { element, render, type XmlElement } from './svg-xml'

const FAMILY = "Inter, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"
const MARGIN = 32
/** Room between the map and what stands above and below it. */
const GAP = 28
const NARROWEST = 480
const TITLE: TextStyle = { size: 20, weight: 600 }
const TITLE_LINE = 28
const EMPTY: TextStyle = { size: 14, weight: 400 }

/** The picture of a map as vectors, drawn from the model: the same whatever the screen shows of it. */
export const svg: ExportFormat = {
  name: 'svg',
  title: 'Picture (SVG)',
  extension: 'svg',
  mediaType: 'image/svg+xml',
  of: 'map',
  leavesOut: [
    'notes',
    'tags',
    'the wording of passages and the articles they stand in',
    'claims and relations that are not on the map',
    'definitions of categories',
    'wordings beyond ten lines (an SVG keeps them in its tooltips)',
  ],
  write: async (request, env) => picture(request, env),
}

function picture({ project, map, theme }: ExportRequest, { measure, fonts }: ExportEnv): string {
  const scene = sceneOf(project, map, measure)
  const shapes = [...scene.shapes.values()].map((shape) => ({
    shape,
    sentence: relationSentence(project, shape.relation, relationWord(shape.relation)),
  }))
  const name = project.maps.get(map)?.name ?? project.about.title
  const area = areaOf(scene, measure)
  const title = drawTitle(name, area, theme, measure)
  const below = scene.cards.length
    ? drawLegend(scene, { x: area.x, y: area.y + area.height + GAP }, area.width, theme, measure)
    : undefined
  const page = grown({
    x: area.x,
    y: title.top,
    width: area.width,
    height: (below?.bottom ?? area.y + area.height) - title.top,
  })
  const drawing = element(
    'g',
    { 'font-family': FAMILY },
    element('rect', { ...page, fill: GROUNDS[theme].page }),
    ...title.lines,
    ...(below ? [] : [drawEmpty(area, theme, measure)]),
    ...scene.groups.map((group) => drawGroup(group, theme, measure)),
    ...shapes.map(({ shape, sentence }) => drawLines(shape, sentence, theme)),
    ...scene.cards.map((card) => drawCard(card, theme, measure)),
    ...shapes.map(({ shape, sentence }) => drawRelation(shape, sentence, theme, measure)),
    ...(below ? [below.legend] : []),
  )
  const faces = fontFaces(fonts, drawing)
  const { x, y, width, height } = page
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `${x} ${y} ${width} ${height}`,
    role: 'img',
  }
  const style = faces ? [element('style', {}, faces)] : []
  return `${render(element('svg', root, element('title', {}, name), ...style, drawing))}\n`
}

/** What the cards, the junctions and the counts beside them take up; never narrower than a title wants. */
function areaOf(scene: Scene, measure: Measure): Rect {
  const rects: Rect[] = scene.cards.map(({ rect }) => rect)
  rects.push(...scene.groups.map(({ rect }) => rect))
  for (const shape of scene.shapes.values()) {
    const { x, y } = shape.junction
    const words = markWords(shape)
    const size = JUNCTION_RADIUS * 2
    rects.push({ x: x - JUNCTION_RADIUS, y: y - JUNCTION_RADIUS, width: size, height: size })
    if (words) rects.push(markRect(words, shape.junction, measure))
  }
  if (rects.length === 0) return { x: 0, y: 0, width: NARROWEST, height: TITLE_LINE }
  const edge = (pick: (...values: number[]) => number, of: (rect: Rect) => number) =>
    rects.map(of).reduce((a, b) => pick(a, b))
  const left = Math.floor(edge(Math.min, ({ x }) => x))
  const top = Math.floor(edge(Math.min, ({ y }) => y))
  const right = Math.ceil(edge(Math.max, ({ x, width }) => x + width))
  const bottom = Math.ceil(edge(Math.max, ({ y, height }) => y + height))
  return { x: left, y: top, width: Math.max(right - left, NARROWEST), height: bottom - top }
}

const grown = ({ x, y, width, height }: Rect): Rect => ({
  x: x - MARGIN,
  y: y - MARGIN,
  width: width + MARGIN * 2,
  height: height + MARGIN * 2,
})

/** The map's name, above the map and no wider than it. */
function drawTitle(
  name: string,
  area: Rect,
  theme: Theme,
  measure: Measure,
): { lines: XmlElement[]; top: number } {
  const { lines } = wrap(name, TITLE, area.width, 3, measure)
  const top = area.y - GAP + 8 - lines.length * TITLE_LINE
  const place = { x: area.x, right: area.x + area.width, style: TITLE, fill: GROUNDS[theme].ink }
  const rightToLeft = isRightToLeft(name)
  return {
    top,
    lines: lines.map((line, index) =>
      textLine(line, { ...place, rightToLeft, baseline: top + index * TITLE_LINE + TITLE.size }, measure),
    ),
  }
}

const drawEmpty = ({ x, y, width }: Rect, theme: Theme, measure: Measure): XmlElement =>
  textLine(
    'There are no claims on this map yet.',
    { x, right: x + width, baseline: y + EMPTY.size, style: EMPTY, fill: GROUNDS[theme].muted },
    measure,
  )
