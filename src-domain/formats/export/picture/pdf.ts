import { drawPages } from '../pages/pages'
import type { ExportWriter } from '../writer'

/** Writes the picture of a map as a PDF with vectors and selectable text. */
export const writePdf: ExportWriter = async (request, env) => env.paginate(drawPages(request, env).pages)
