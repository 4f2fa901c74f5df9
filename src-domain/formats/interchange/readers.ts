import type { InterchangeName } from './catalogue'
import type { IncomingFile, IncomingMap } from './incoming'

/** Reads a file of another program. Throws `UnreadableError` in words for the user. */
export type InterchangeReader = (file: IncomingFile) => IncomingMap

/** The reader of each format, loaded on first use. Only the host imports this. */
export const INTERCHANGE_READERS: Readonly<Record<InterchangeName, () => Promise<InterchangeReader>>> = {
  aif: async () => (await import('./aif/read-aif')).readAif,
}
