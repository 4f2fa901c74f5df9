/** A hostile file. */
export interface HostileFile {
  readonly name: string
  readonly bytes: Uint8Array | string
  /** What it attempts. */
  readonly tries: string
  /** The required outcome: an article of plain text, or a refusal with a message. */
  readonly ends: 'text' | 'refused'
}

/** What a script in a file would run. */
export const RUN = 'globalThis.__ran=1'
/** Bytes. */
export const MEGABYTE = 1024 * 1024
/** Much that packs to almost nothing. */
export const CRAMMED = Buffer.alloc(40 * MEGABYTE, ' ')

export const text = (name: string, tries: string, bytes: HostileFile['bytes']): HostileFile => ({
  name,
  bytes,
  tries,
  ends: 'text',
})
export const refused = (name: string, tries: string, bytes: HostileFile['bytes']): HostileFile => ({
  ...text(name, tries, bytes),
  ends: 'refused',
})
