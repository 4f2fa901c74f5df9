import { attributeOf, type XmlElement } from '../xml-in'
import { childOf, childrenOf, guidOf } from './refi-project'

// What Counterpoint says in the ways of the standard, so that reading it gives the same records.

/** The beginning of `origin` in a project that Counterpoint wrote. */
export const OWN = /^counterpoint/i

/** The user who made or changed what Counterpoint added to a project of another program. */
export const OWN_USER = 'Counterpoint'

/** The name of a link between two passages on which one claim rests. */
export const SAME_CLAIM = 'same claim'

/** The name of the set of codes that are categories: in a project of ours, and in one of another program. */
export const CATEGORIES = 'Categories'
export const CATEGORIES_ELSEWHERE = 'Categories of Counterpoint'

/** The name of the set of new codes that are tags, in a codebook of another program. */
export const TAGS_ELSEWHERE = 'Tags of Counterpoint'

/** Whether a set of a project holds the codes that are categories. */
export function isOfCategories(root: XmlElement, set: XmlElement): boolean {
  const name = attributeOf(set, 'name')
  return name === CATEGORIES_ELSEWHERE || (OWN.test(attributeOf(root, 'origin')) && name === CATEGORIES)
}

/** The elements of a project that Counterpoint wrote: all of a project of ours, else those of its user. */
export interface Ours {
  readonly isMade: (element: XmlElement) => boolean
  /** Whether Counterpoint made or changed it: then the name of a selection is a wording, and a note is a claim. */
  readonly isChanged: (element: XmlElement) => boolean
}

export function oursIn(root: XmlElement): Ours {
  if (OWN.test(attributeOf(root, 'origin'))) return { isMade: () => true, isChanged: () => true }
  const users = childrenOf(childOf(root, 'Users'), 'User').filter(
    (user) => attributeOf(user, 'name') === OWN_USER,
  )
  const ids = new Set(users.map((user) => guidOf(user)))
  const isMade = (element: XmlElement) => ids.has(guidOf(element, 'creatingUser'))
  return { isMade, isChanged: (element) => isMade(element) || ids.has(guidOf(element, 'modifyingUser')) }
}
