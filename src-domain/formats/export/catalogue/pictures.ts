import type { ExportFormat } from '../format'
import { ARTICLES, REST_OF_PROJECT } from '../left-out/usual'

/** What every picture leaves out. */
const loses = [
  'claimNotes',
  'relationNotes',
  'warrants',
  'answers',
  'tags',
  ...ARTICLES,
  'definitions',
  'authors',
  'presentations',
  ...REST_OF_PROJECT,
] as const
const LONG_WORDINGS = 'wordings after their tenth line'

/** Formats of a map as a picture. */
export const PICTURES = [
  {
    name: 'svg',
    title: 'Picture (SVG)',
    extension: 'svg',
    mediaType: 'image/svg+xml',
    of: 'map',
    kind: 'picture',
    loses,
    limits: [`${LONG_WORDINGS} (an SVG keeps them in its tooltips)`],
  },
  {
    name: 'png',
    title: 'Picture (PNG)',
    extension: 'png',
    mediaType: 'image/png',
    of: 'map',
    kind: 'picture',
    loses,
    limits: [LONG_WORDINGS],
  },
  {
    name: 'png-tiles',
    title: 'Picture in tiles (PNG, zipped)',
    extension: 'zip',
    mediaType: 'application/zip',
    of: 'map',
    kind: 'picture',
    loses,
    limits: [LONG_WORDINGS],
  },
  {
    name: 'pdf',
    title: 'Picture (PDF)',
    extension: 'pdf',
    mediaType: 'application/pdf',
    of: 'map',
    kind: 'picture',
    loses,
    limits: [
      LONG_WORDINGS,
      'letters that neither Inter nor a font of this computer has (shown as boxes), and colours of emoji',
    ],
  },
] as const satisfies readonly ExportFormat[]
