import type { InterchangeName } from './catalogue'
import type { IncomingFile, IncomingMap } from './incoming'

/** Reads a file of another program. Throws `UnreadableError` in words for the user. */
export type InterchangeReader = (file: IncomingFile) => IncomingMap

/** The reader of each format, loaded on first use. Only the host imports this. */
export const INTERCHANGE_READERS: Readonly<Record<InterchangeName, () => Promise<InterchangeReader>>> = {
  aif: async () => (await import('./aif/read-aif')).readAif,
  sadface: async () => (await import('./sadface/read-sadface')).readSadface,
  agxml: async () => (await import('./agxml/read-agxml')).readAgxml,
  argdown: async () => (await import('./argdown/read-argdown')).readArgdown,
  canvas: async () => (await import('./canvas/read-canvas')).readCanvas,
  hypothesis: async () => (await import('./hypothesis/read-hypothesis')).readHypothesis,
  'hypothesis-csv': async () => (await import('./hypothesis/read-hypothesis-csv')).readHypothesisCsv,
  'web-annotation': async () => (await import('./web-annotation/read-web-annotation')).readWebAnnotation,
  zotero: async () => (await import('./zotero/read-zotero')).readZotero,
  qdpx: async () => (await import('./qdpx/read-qdpx')).readQdpx,
  qdc: async () => (await import('./qdpx/read-qdc')).readQdc,
  kindle: async () => (await import('./kindle/read-kindle')).readKindle,
  readwise: async () => (await import('./readwise/read-readwise')).readReadwise,
  kialo: async () => (await import('./kialo/read-kialo')).readKialo,
  brat: async () => (await import('./brat/read-brat')).readBrat,
  cas: async () => (await import('./cas/read-cas')).readCas,
  opml: async () => (await import('./opml/read-opml')).readOpml,
  freeplane: async () => (await import('./freeplane/read-freeplane')).readFreeplane,
  xmind: async () => (await import('./xmind/read-xmind')).readXmind,
  mindmup: async () => (await import('./mindmup/read-mindmup')).readMindmup,
}
