import type { ExportWriter } from '../writer'
import { drawPicture } from './picture'

/** Writes the picture of a map as a PNG. */
export const writePng: ExportWriter = async (request, { measure, rasterise }) =>
  rasterise(drawPicture(request, measure), request.scale)
