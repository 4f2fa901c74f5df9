import type { Source } from '#domain/records/source'
import { readSources, unreadSources } from '#domain/versions/same-article'

/** Articles that are read between two turns of the page: a few milliseconds. */
const BATCH = 25

/** Lets the page answer keys before what comes next. */
export const nextTurn = () => new Promise<void>((resolve) => setTimeout(resolve))

/**
 * Reads the articles of a project with which an imported one is compared, some at a time, so that the page answers keys
 * meanwhile: the first import into a project of ten thousand articles reads all of them.
 * @param pause gives the page a turn
 */
export async function readAhead(sources: Iterable<Source>, pause = nextTurn): Promise<void> {
  const unread = unreadSources(sources)
  for (let at = 0; at < unread.length; at += BATCH) {
    readSources(unread.slice(at, at + BATCH))
    await pause()
  }
}
