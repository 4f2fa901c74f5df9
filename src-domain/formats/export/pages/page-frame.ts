import type { Point, Rect } from '../../../canvas/card'
import type { Scene } from '../../../canvas/scene'
import type { Measure } from '../../../canvas/wrap-text'
import { GROUNDS } from '../../../vocabulary/palette'
import { drawBlock, type BlockStyle } from '../picture/svg-block'
import { drawLegend } from '../picture/svg-legend'
import { textLine } from '../picture/svg-text'
import { element, type XmlElement } from '../picture/svg-xml'
import type { ExportRequest } from '../writer'
import type { Sheet } from './sheets'

/** The margin of a sheet. Points, like all measures here. */
export const MARGIN = 28
/** Between the map and what is above and below it. */
const GAP = 12
const NAME: BlockStyle = { size: 14, weight: 600, lineHeight: 18, maximum: 3 }
const ABOUT: BlockStyle = { size: 8.5, weight: 400, lineHeight: 12, maximum: 1 }
const PAGE: BlockStyle = { size: 8.5, weight: 600, lineHeight: 12, maximum: 1 }
const CAVEAT: BlockStyle = { size: 8.5, weight: 400, lineHeight: 11.5, maximum: 12 }
const SMALL: BlockStyle = { size: 8, weight: 400, lineHeight: 11, maximum: 40 }
const SMALL_HEAD: BlockStyle = { ...SMALL, weight: 600 }
/** The share of the width that the name of the map may take beside the number of the page. */
const NAME_SHARE = 0.66
/** Points per map pixel of the legend: its words are 7.5 points high. */
const LEGEND_SCALE = 0.625

/** What is written around the map on a page. */
export interface Frame {
  readonly name: string
  /** The project and the date. */
  readonly about: string
  readonly caveat: string
  /** What is supposed in the verdicts; empty if nothing is. */
  readonly supposing: string
  readonly page: number
  readonly pages: number
  /** What the page continues; may be empty. */
  readonly continues: string
  /** The relations that lead to other pages, in words. */
  readonly elsewhere: readonly string[]
  /** The passages, each with its number. */
  readonly notes: readonly { readonly name: string; readonly text: string }[]
}

/** The drawn title block and foot of a page, and the room between them. */
export interface Framed {
  readonly head: readonly XmlElement[]
  readonly foot: readonly XmlElement[]
  readonly room: Rect
}

/** Draws the title block of a page and what is below the map. */
export function drawFrame(
  request: ExportRequest,
  sheet: Sheet,
  frame: Frame,
  scene: Scene,
  measure: Measure,
): Framed {
  const width = sheet.width - 2 * MARGIN
  const head = drawHead(request, width, frame, measure)
  const foot = drawFoot(request, width, frame, scene, measure)
  const footTop = sheet.height - MARGIN - foot.height
  const top = MARGIN + (head.height > 0 ? head.height + GAP : 0)
  const bottom = footTop - (foot.height > 0 ? GAP : 0)
  return {
    head: [moved(head.drawn, { x: MARGIN, y: MARGIN })],
    foot: [moved(foot.drawn, { x: MARGIN, y: footTop })],
    room: { x: MARGIN, y: top, width, height: Math.max(1, bottom - top) },
  }
}

/** Moves and scales elements. The PDF knows this form of transformation only. */
export const moved = (
  children: readonly XmlElement[],
  { x, y }: Point,
  scale = 1,
  attributes: XmlElement['attributes'] = {},
): XmlElement =>
  element('g', { ...attributes, transform: `translate(${x} ${y}) scale(${scale})` }, ...children)

interface Drawn {
  readonly drawn: XmlElement[]
  readonly height: number
}

function drawHead(request: ExportRequest, width: number, frame: Frame, measure: Measure): Drawn {
  const { ink, muted, line } = GROUNDS[request.theme]
  const { page, pages } = frame
  const drawn: XmlElement[] = []
  let y = 0
  const write = (text: string, style: BlockStyle, fill: string, room: number, name?: string) => {
    const { lines, bottom } = drawBlock(text, { x: 0, y }, room, style, fill, measure)
    drawn.push(name ? element('g', { [name]: 'true' }, ...lines) : element('g', {}, ...lines))
    y = bottom
  }
  const right = [
    ...(pages > 1 ? [`Page ${page} of ${pages}`] : []),
    ...(frame.continues ? [frame.continues] : []),
  ]
  right.forEach((text, index) => {
    const style = index === 0 ? ABOUT : PAGE
    const room = width * (request.title ? 1 - NAME_SHARE : 1) - 12
    const { lines } = drawBlock(text, { x: 0, y: 0 }, room, { ...style, maximum: 4 }, muted, measure)
    const top = index === 0 ? 0 : ABOUT.lineHeight
    lines.forEach((each, row) => {
      const words = String(each.children[0])
      const x = width - measure(words, style)
      const baseline = top + (row + 1) * style.lineHeight - 1
      drawn.push(
        textLine(words, { x, right: width, baseline, style, fill: index === 0 ? muted : ink }, measure),
      )
    })
  })
  const rightHeight = right.length * ABOUT.lineHeight
  if (request.title) {
    write(frame.name, NAME, ink, width * NAME_SHARE, 'data-title')
    y += 2
    write(frame.about, ABOUT, muted, width * NAME_SHARE)
  }
  y = Math.max(y, rightHeight)
  if (request.caveat && frame.caveat.trim()) {
    y += 4
    // Whoever has only a later page must know that there is a caveat.
    const style = page === 1 ? CAVEAT : { ...CAVEAT, maximum: 1 }
    write(`Caveat: ${frame.caveat.trim()}`, style, ink, width, 'data-caveat')
  }
  if (frame.supposing) {
    y += 4
    write(frame.supposing, page === 1 ? CAVEAT : { ...CAVEAT, maximum: 1 }, ink, width, 'data-supposing')
  }
  if (y === 0) return { drawn, height: 0 }
  drawn.push(element('path', { d: `M0 ${y + 5}h${width}`, fill: 'none', stroke: line }))
  return { drawn, height: y + 6 }
}

function drawFoot(
  request: ExportRequest,
  width: number,
  frame: Frame,
  scene: Scene,
  measure: Measure,
): Drawn {
  const { ink, muted } = GROUNDS[request.theme]
  const drawn: XmlElement[] = []
  let y = 0
  const write = (text: string, style: BlockStyle, fill: string, left = 0) => {
    const { lines, bottom } = drawBlock(text, { x: left, y }, width - left, style, fill, measure)
    drawn.push(element('g', {}, ...lines))
    y = bottom
  }
  if (frame.elsewhere.length > 0) write(`To other pages: ${frame.elsewhere.join('; ')}.`, SMALL, ink)
  if (frame.notes.length > 0) {
    const indent = Math.ceil(measure(`${frame.notes.at(-1)!.name}. `, SMALL)) + 4
    y += y > 0 ? 4 : 0
    write('Sources', SMALL_HEAD, ink)
    for (const { name, text } of frame.notes) {
      const place = { x: 0, right: indent, baseline: y + SMALL.size, style: SMALL, fill: muted }
      drawn.push(textLine(`${name}.`, place, measure))
      write(text, SMALL, ink, indent)
    }
  }
  if (request.legend && scene.cards.length > 0) {
    y += y > 0 ? 6 : 0
    const corner = { x: 0, y: 0 }
    const { legend, bottom } = drawLegend(scene, corner, width / LEGEND_SCALE, request.theme, measure)
    drawn.push(moved([legend], { x: 0, y }, LEGEND_SCALE))
    y += bottom * LEGEND_SCALE
  }
  return { drawn, height: y }
}
