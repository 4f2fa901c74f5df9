import type { ExportFormat } from './format'
import { svg } from './svg'

/** The picture of a map in pixels: its SVG, rasterised. */
export const png: ExportFormat = {
  name: 'png',
  title: 'Picture (PNG)',
  extension: 'png',
  mediaType: 'image/png',
  of: 'map',
  leavesOut: svg.leavesOut,
  async write(request, env) {
    return env.rasterise(String(await svg.write(request, env)), request.scale)
  },
}
