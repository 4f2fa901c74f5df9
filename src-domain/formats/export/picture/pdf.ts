import type { ExportWriter } from '../writer'
import { drawPicture } from './picture'

/** The picture of a map as a page to print and to send: vectors and real text. */
export const writePdf: ExportWriter = async (request, { measure, paginate }) =>
  paginate(drawPicture(request, measure), request.paper ?? 'fitted')
