// What a project written here says in the ways of the standard, so that reading it gives the same records.

/** The beginning of `origin` in a project that Counterpoint wrote. */
export const OWN = /^counterpoint/i

/** The name of a link between two passages on which one claim rests. */
export const SAME_CLAIM = 'same claim'

/** The name of the set of codes that are categories. */
export const CATEGORIES = 'Categories'
