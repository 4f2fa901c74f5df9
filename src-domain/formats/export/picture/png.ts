import type { ExportWriter } from '../writer'
import { drawPicture } from './picture'

/** The picture of a map in pixels. */
export const writePng: ExportWriter = async (request, { measure, rasterise }) =>
  rasterise(drawPicture(request, measure), request.scale)
