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
}
