/** The largest project that the page sends for opening. A larger one as base64 would not fit in a request. Bytes. */
export const FILE_LIMIT = 45 * 1024 * 1024

/** Larger patches are sent in pieces of this many characters of JSON, each at most four bytes in a request. */
export const PATCH_PIECE = 8_000_000

/** Larger files are sent in pieces of this size. Bytes; base64 adds a third. */
export const PIECE = 5 * 1024 * 1024

/** The limits of a pane's width, in per cent of the window; of the room for reader and map for the reader's share. */
export const PANE_LIMITS = {
  libraryWidth: { minimum: 14, maximum: 35 },
  readerShare: { minimum: 25, maximum: 75 },
  inspectorWidth: { minimum: 15, maximum: 40 },
}

/** The limits of zooming on a map. Window pixels per map pixel. */
export const ZOOM_LIMITS = { least: 0.08, most: 2.5 }
