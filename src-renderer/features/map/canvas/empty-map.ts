import type { Project } from '#domain/document/project'

/** What a user with an empty map can do next. */
export type EmptyMapState = 'nothing' | 'unread' | 'reading' | 'claims'

/**
 * What a user with an empty map can do next: place claims that there are, mark words of the open article, open an
 * article, or import one.
 * @param reading whether an article is open in the reader, and the reader is on screen
 */
export function emptyMapState({ claims, sources }: Project, reading: boolean): EmptyMapState {
  if (claims.size > 0) return 'claims'
  if (sources.size === 0) return 'nothing'
  return reading ? 'reading' : 'unread'
}
