import * as v from 'valibot'
import { Name, Path, Revision } from './values'

/** What is selected in a window, as far as other windows can follow it. */
export const FollowedSchema = v.variant('type', [
  v.object({ type: v.literal('none') }),
  v.object({ type: v.picklist(['claims', 'sources']), ids: v.pipe(v.array(Name), v.maxLength(1000)) }),
  v.object({ type: v.literal('relation'), id: Name }),
])

/**
 * What the host tells a page about a project that other windows have open too. Each message has all of it, so that only
 * the last one matters: a slow page can skip those before.
 */
export const NewsSchema = v.object({
  /** The last revision on the disk. A page that has an earlier one asks for the changes since. */
  revision: Revision,
  /** The number of other windows that are told the news. */
  others: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The copies of other programs' versions of the file that were made while the page listened. */
  setAside: v.array(Path),
  /** The selection that another window made last; null if there is none. */
  selection: v.nullable(FollowedSchema),
})

export type Followed = v.InferOutput<typeof FollowedSchema>
export type News = v.InferOutput<typeof NewsSchema>

/** The request in the browser edition that is answered with a stream of news, instead of with an `Answer`. */
export const NEWS_REQUEST = 'news'
export const NewsRequestSchema = v.object({ key: Name })
