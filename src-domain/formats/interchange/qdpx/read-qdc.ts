import { UnreadableError } from '../../import/format'
import type { IncomingCategory, IncomingFile, IncomingMap } from '../incoming'
import { LossList } from '../loss-list'
import { attributeOf, localName, xmlIn, type XmlElement } from '../xml-in'
import { OWN, TAGS_ELSEWHERE } from './own-project'
import { childOf, childrenOf, guidOf, wordsIn } from './refi-project'

/**
 * Reads a codebook of REFI-QDA (.qdc). Its top codes are categories: those that can code something and are below none
 * that can. The others would be tags, which are made when a claim gets them.
 */
export function readQdc({ text, fileName }: Pick<IncomingFile, 'text' | 'fileName'>): IncomingMap {
  const root = xmlIn(text)
  if (localName(root) !== 'CodeBook') throw new UnreadableError('It is no codebook of REFI-QDA.')
  const isOwn = OWN.test(attributeOf(root, 'origin'))
  const losses = new LossList()
  const isOfTags = (set: XmlElement) => attributeOf(set, 'name') === TAGS_ELSEWHERE
  const all = childrenOf(childOf(root, 'Sets'), 'Set')
  const sets = all.filter((set) => !isOfTags(set))
  const tags = new Set(
    all
      .filter(isOfTags)
      .flatMap((set) => childrenOf(set, 'MemberCode').map((ref) => guidOf(ref, 'targetGUID'))),
  )
  const categories: IncomingCategory[] = []
  const names = new Set<string>()
  const open = codesBelow(childOf(root, 'Codes')).map((code) => ({ code, isBelow: false }))
  for (let next = open.pop(); next; next = open.pop()) {
    const { code, isBelow } = next
    const [id, name, colour] = [guidOf(code), attributeOf(code, 'name').trim(), attributeOf(code, 'color')]
    const isFolder = attributeOf(code, 'isCodable') === 'false'
    // What Counterpoint wrote has a colour for categories and none for tags.
    const isTag = isBelow || tags.has(id) || (isOwn && colour === '')
    if (isFolder) losses.name('code:folder', id, 'Codes that only hold others, kept only in the file')
    else if (isTag) losses.name('code:below', id, 'Codes for tags, which are made when a claim gets them')
    else if (name === '' || names.has(name.toLowerCase()))
      losses.name('code:double', id, 'Codes without a name, or with that of another')
    else {
      names.add(name.toLowerCase())
      categories.push({ id, name, definition: wordsIn(code, 'Description'), colour })
    }
    for (const child of codesBelow(code)) open.push({ code: child, isBelow: isBelow || !isFolder })
  }
  for (const set of sets) losses.name('node:Set', guidOf(set), 'Sets, kept only in the file')
  return {
    format: 'qdc',
    name: fileName.replace(/\.[^.]*$/, ''),
    hasMap: false,
    claims: [],
    steps: [],
    sources: [],
    groups: [],
    categories,
    losses: losses.lines(),
  }
}

/** The codes below an element, the last first, as they are taken from the end. */
const codesBelow = (element: XmlElement | undefined): XmlElement[] => childrenOf(element, 'Code').reverse()
