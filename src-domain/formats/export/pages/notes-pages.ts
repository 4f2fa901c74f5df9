import type { Measure } from '../../../canvas/wrap-text'
import { GROUNDS } from '../../../vocabulary/palette'
import { drawBlock, type BlockStyle } from '../picture/svg-block'
import { textLine } from '../picture/svg-text'
import { element, type XmlElement } from '../picture/svg-xml'
import type { ExportRequest } from '../writer'
import type { Frame } from './page-frame'
import type { Sheet } from './sheets'

const NOTE: BlockStyle = { size: 9, weight: 400, lineHeight: 12.5, maximum: 40 }
/** The width of a column for which a line is comfortable to read, and the gap between columns. Points. */
const COLUMN = { least: 340, gap: 24 }
const AFTER = 4

/**
 * Draws the passages in columns, on as many pages as they need.
 * @param room the size of the space for them on each page, in points
 */
export function drawNotesPages(
  request: ExportRequest,
  notes: Frame['notes'],
  room: Sheet,
  measure: Measure,
): XmlElement[][] {
  const { ink, muted } = GROUNDS[request.theme]
  const columns = Math.max(1, Math.floor((room.width + COLUMN.gap) / (COLUMN.least + COLUMN.gap)))
  const width = (room.width - COLUMN.gap * (columns - 1)) / columns
  const indent = Math.ceil(measure(`${notes.at(-1)?.name ?? ''}. `, NOTE)) + 4
  const pages: XmlElement[][] = []
  let [column, y] = [columns, 0]
  for (const { name, text } of notes) {
    const height = drawBlock(text, { x: 0, y: 0 }, width - indent, NOTE, ink, measure).bottom + AFTER
    if (column === columns || (y > 0 && y + height > room.height)) {
      ;[column, y] = [column + 1, 0]
      if (column >= columns) {
        pages.push([])
        column = 0
      }
    }
    const x = column * (width + COLUMN.gap)
    const place = { x, right: x + indent, baseline: y + NOTE.size, style: NOTE, fill: muted }
    const { lines } = drawBlock(text, { x: x + indent, y }, width - indent, NOTE, ink, measure)
    pages.at(-1)!.push(element('g', {}, textLine(`${name}.`, place, measure), ...lines))
    y += height
  }
  return pages
}
