import type { ExportEnv, ExportFormat } from '../format'
import { drawPicture, PICTURES_LEAVE_OUT, type Picture } from './picture'
import { fontFaces } from './svg-fonts'
import { element, render } from './svg-xml'

/** The picture of a map as vectors. */
export const svg: ExportFormat = {
  name: 'svg',
  title: 'Picture (SVG)',
  extension: 'svg',
  mediaType: 'image/svg+xml',
  of: 'map',
  kind: 'picture',
  leavesOut: PICTURES_LEAVE_OUT.map((each) =>
    each === 'wordings beyond ten lines' ? `${each} (an SVG keeps them in its tooltips)` : each,
  ),
  write: async (request, { measure, fonts }) => svgOf(drawPicture(request, measure), fonts),
}

/** A picture as a document of its own that carries the typeface with it. */
export function svgOf({ name, page, drawing, ground }: Picture, fonts: ExportEnv['fonts']): string {
  const { x, y, width, height } = page
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `${x} ${y} ${width} ${height}`,
    role: 'img',
  }
  const faces = fontFaces(fonts, drawing)
  const behind = ground ? [element('rect', { ...page, fill: ground })] : []
  const style = faces ? [element('style', {}, faces)] : []
  return `${render(element('svg', root, element('title', {}, name), ...style, ...behind, drawing))}\n`
}
