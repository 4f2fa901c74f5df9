import type { ExportWriter } from '../writer'
import { drawPicture } from './picture'

/** The picture of a map in pixels, cut up where it is too large for one PNG. */
export const writePngTiles: ExportWriter = async (request, { measure, tile }) =>
  tile(drawPicture(request, measure), request.scale)
