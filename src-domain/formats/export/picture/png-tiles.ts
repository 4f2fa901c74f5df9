import type { ExportWriter } from '../writer'
import { drawPicture } from './picture'

/** Writes the picture of a map as PNG tiles, for maps that are too large for one PNG. */
export const writePngTiles: ExportWriter = async (request, { measure, tile }) =>
  tile(drawPicture(request, measure), request.scale)
