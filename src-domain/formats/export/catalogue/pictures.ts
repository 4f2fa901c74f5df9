import type { ExportFormat } from '../format'

/** What every picture leaves out. */
const leavesOut = [
  'notes on claims and relations, warrants and answers to critical questions',
  'tags',
  'passages and their articles',
  'claims and relations that are not on the map',
  'definitions of categories',
]
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
    leavesOut: [...leavesOut, `${LONG_WORDINGS} (an SVG keeps them in its tooltips)`],
  },
  {
    name: 'png',
    title: 'Picture (PNG)',
    extension: 'png',
    mediaType: 'image/png',
    of: 'map',
    kind: 'picture',
    leavesOut: [...leavesOut, LONG_WORDINGS],
  },
  {
    name: 'png-tiles',
    title: 'Picture in tiles (PNG, zipped)',
    extension: 'zip',
    mediaType: 'application/zip',
    of: 'map',
    kind: 'picture',
    leavesOut: [...leavesOut, LONG_WORDINGS],
  },
  {
    name: 'pdf',
    title: 'Picture (PDF)',
    extension: 'pdf',
    mediaType: 'application/pdf',
    of: 'map',
    kind: 'picture',
    leavesOut: [
      ...leavesOut,
      LONG_WORDINGS,
      'letters that neither Inter nor a font of this computer has (shown as boxes), and colours of emoji',
    ],
  },
] as const satisfies readonly ExportFormat[]
