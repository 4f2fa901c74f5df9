/** Words of a shingle, by which places that may share text are found. */
export const SHINGLE = 5
/** Words of a shingle in two articles that are known to share a passage. */
export const SHORT_SHINGLE = 4
/** A shingle that is in more articles than this is a phrase that everybody uses. */
export const MOST_ARTICLES = 20
/**
 * What two articles must share of the shorter one, and the least words, to be copies whatever the number of articles with
 * the same text. The lines that an outlet puts below each of its articles are less.
 */
export const COPIED_SHARE = 0.5
export const LEAST_COPIED = 50
/**
 * The least words that articles have in common to share a paragraph that more than that have, the shingles in a row by
 * which it is found, and the words that must come after it: what an outlet puts below each of its articles is at the end.
 */
export const LEAST_CARRIED = 30
export const LEAST_CARRIED_RUN = 16
export const OWN_WORDS_AFTER = 20
/** The least words that a shared passage has in common. */
export const LEAST_WORDS = 8
/**
 * How many words of a shared passage are neither short nor names or numbers at least. “Turkish President Recep Tayyip
 * Erdogan and his Russian counterpart Vladimir Putin” and “in the wake of the elections of June 7, 2015” are not copied
 * from one another.
 */
export const LEAST_TELLING = 4
/** A passage with that many words in common is no phrase, whatever its words are. */
export const NO_PHRASE = 16
/** A passage ends where it would have this many words more that differ than words that are the same. */
export const MOST_MISSES = 2
/** How many words one of two passages may have that the other has not, where both go on with the same words. */
export const LONGEST_SKIP = 6
/** The words that must be the same after such a skip. */
export const AFTER_SKIP = 3
/** A word is rare that is in at most this many articles, or in this share of them. A small project has no rare words. */
export const RARE_IN = 20
export const RARE_SHARE = 0.25
/** The places of one shingle that are looked at in one article, which may repeat it a thousand times. */
export const MOST_PLACES = 4
