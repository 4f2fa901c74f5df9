import type { ExportFormat } from '../format'
import { drawPicture, PICTURES_LEAVE_OUT } from './picture'
import { svgOf } from './svg'

/** A picture in pixels that is too large for one file: in several, side by side. */
export const pngTiles: ExportFormat = {
  name: 'png-tiles',
  title: 'Picture in tiles (PNG, zipped)',
  extension: 'zip',
  mediaType: 'application/zip',
  of: 'map',
  kind: 'picture',
  leavesOut: PICTURES_LEAVE_OUT,
  write: async (request, { measure, tile }) => tile(svgOf(drawPicture(request, measure), []), request.scale),
}
