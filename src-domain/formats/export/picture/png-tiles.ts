import type { ExportWriter } from '../writer'
import { drawPicture } from './picture'
import { svgOf } from './svg'

/** A picture in pixels that is too large for one file: in several, side by side. */
export const writePngTiles: ExportWriter = async (request, { measure, tile }) =>
  tile(svgOf(drawPicture(request, measure), []), request.scale)
