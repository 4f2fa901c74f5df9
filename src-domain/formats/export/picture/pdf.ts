import type { ExportFormat } from '../format'
import { drawPicture, PICTURES_LEAVE_OUT } from './picture'

/** The picture of a map as a page to print and to send: vectors and real text. */
export const pdf: ExportFormat = {
  name: 'pdf',
  title: 'Picture (PDF)',
  extension: 'pdf',
  mediaType: 'application/pdf',
  of: 'map',
  kind: 'picture',
  leavesOut: [
    ...PICTURES_LEAVE_OUT,
    'letters that neither Inter nor a typeface of this computer has (a box stands for each), and colours of emoji',
  ],
  write: async (request, { measure, paginate }) =>
    paginate(drawPicture(request, measure), request.paper ?? 'fitted'),
}
