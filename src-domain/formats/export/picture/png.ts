import type { ExportWriter } from '../writer'
import { drawPicture } from './picture'
import { svgOf } from './svg'

/** The picture of a map in pixels: its SVG, rasterised. */
export const writePng: ExportWriter = async (request, env) => {
  return env.rasterise(svgOf(drawPicture(request, env.measure), []), request.scale)
}
