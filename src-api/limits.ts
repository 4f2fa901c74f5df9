/** A project larger than this is not sent to the host at all: as base64 it would not fit a request. Bytes. */
export const FILE_LIMIT = 45 * 1024 * 1024

/** A large patch comes in pieces of so many characters of its JSON, which in a request take four times as many bytes at most. */
export const PATCH_PIECE = 8_000_000

/** A file larger than this comes in pieces of this size. Bytes; a third more as base64. */
export const PIECE = 5 * 1024 * 1024

/** How small and how large a pane can be drawn. Per cent of the window, or of the map's column for the inspector. */
export const PANE_LIMITS = {
  libraryWidth: { minimum: 14, maximum: 35 },
  readerWidth: { minimum: 20, maximum: 60 },
  inspectorHeight: { minimum: 15, maximum: 70 },
}
