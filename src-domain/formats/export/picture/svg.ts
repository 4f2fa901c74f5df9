import type { Measure } from '../../../canvas/wrap-text'
import type { ExportEnv, ExportWriter } from '../writer'
import { drawPicture } from './picture'
import type { Picture } from './picture-tree'
import { fontFaces } from './svg-fonts'
import { element, render, type XmlElement } from './svg-xml'

/** Writes the picture of a map as SVG. */
export const writeSvg: ExportWriter = async (request, { measure, fonts }) =>
  svgOf(centred(drawPicture(request, measure), measure), fonts)

/**
 * A picture whose right-to-left lines are placed by their middles. Programs disagree on the edge at which such a line
 * starts: LibreOffice takes the left one, browsers the right one. The middle is the same for all.
 */
function centred(picture: Picture, measure: Measure): Picture {
  const convert = (node: XmlElement): XmlElement => {
    if (node.name !== 'text')
      return {
        ...node,
        children: node.children.map((child) => (typeof child === 'string' ? child : convert(child))),
      }
    if (node.attributes['direction'] !== 'rtl') return node
    const weight = Number(node.attributes['font-weight']) === 600 ? 600 : 400
    const width = measure(node.children.map(String).join(''), {
      size: Number(node.attributes['font-size']),
      weight,
    })
    const x = Number(node.attributes['x']) - width / 2
    return { ...node, attributes: { ...node.attributes, x, 'text-anchor': 'middle' } }
  }
  return { ...picture, drawing: convert(picture.drawing) }
}

/**
 * A picture as an SVG document with embedded fonts.
 * @param scale pixels per unit of the drawing
 */
export function svgOf(
  { name, page, drawing, ground }: Picture,
  fonts: ExportEnv['fonts'],
  scale = 1,
): string {
  const { x, y, width, height } = page
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    width: width * scale,
    height: height * scale,
    viewBox: `${x} ${y} ${width} ${height}`,
    role: 'img',
  }
  const faces = fontFaces(fonts, drawing)
  const behind = ground ? [element('rect', { ...page, fill: ground })] : []
  const style = faces ? [element('style', {}, faces)] : []
  return `${render(element('svg', root, element('title', {}, name), ...style, ...behind, drawing))}\n`
}
