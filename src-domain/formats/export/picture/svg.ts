import type { ExportEnv, ExportWriter } from '../writer'
import { drawPicture } from './picture'
import type { Picture } from './picture-tree'
import { fontFaces } from './svg-fonts'
import { element, render } from './svg-xml'

/** Writes the picture of a map as SVG. */
export const writeSvg: ExportWriter = async (request, { measure, fonts }) =>
  svgOf(drawPicture(request, measure), fonts)

/** A picture as an SVG document with embedded fonts. */
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
