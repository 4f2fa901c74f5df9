import type { ExportWriter } from '../writer'
import { drawPicture } from './picture'

/** Writes the picture of a map as a PDF with vectors and selectable text. */
export const writePdf: ExportWriter = async (request, { measure, paginate }) =>
  paginate(drawPicture(request, measure), request.paper)
