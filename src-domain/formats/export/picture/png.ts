import type { ExportFormat } from '../format'
import { drawPicture, PICTURES_LEAVE_OUT } from './picture'
import { svgOf } from './svg'

/** The picture of a map in pixels: its SVG, rasterised. */
export const png: ExportFormat = {
  name: 'png',
  title: 'Picture (PNG)',
  extension: 'png',
  mediaType: 'image/png',
  of: 'map',
  kind: 'picture',
  leavesOut: PICTURES_LEAVE_OUT,
  async write(request, env) {
    return env.rasterise(svgOf(drawPicture(request, env.measure), []), request.scale)
  },
}
