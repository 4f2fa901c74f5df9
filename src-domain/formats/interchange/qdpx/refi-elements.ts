import { CARD_WIDTH } from '../../../canvas/card'
import { typicalHeight } from '../../../canvas/card-layout'
import type { Placement } from '../../../records/placement'
import { relationWord, type Relation } from '../../../records/relation'
import { element, render, type XmlElement, type XmlNode } from '../../export/picture/svg-xml'
import type { Element } from '../xml-edits'
import { SAME_CLAIM } from './own-project'

export const coding = (guid: string, code: string): XmlElement =>
  element('Coding', { guid }, element('CodeRef', { targetGUID: code }))

/** A link between two passages on which one claim rests. */
export const sameClaim = (guid: string, originGUID: string, targetGUID: string): XmlElement =>
  element('Link', { guid, name: SAME_CLAIM, direction: 'Associative', originGUID, targetGUID })

/** A link joins two things, so only relations with one premise between two claims are links. */
export const isLink = ({ premises, targetType }: Relation): boolean =>
  premises.length === 1 && targetType === 'claim'

/** What a link says of its relation. */
export const linkWords = (relation: Relation): { readonly name: string; readonly direction: string } => ({
  name: relationWord(relation),
  direction: relation.kind === 'contradict' ? 'Associative' : 'OneWay',
})

export const link = (guid: string, relation: Relation, originGUID: string, targetGUID: string): XmlElement =>
  element('Link', { guid, ...linkWords(relation), originGUID, targetGUID })

/** A card on a map. */
export function vertex(
  guid: string,
  representedGUID: string,
  { x, y }: Placement,
  words: string,
): XmlElement {
  const [firstX, firstY] = [Math.round(x), Math.round(y)]
  const second = { secondX: firstX + CARD_WIDTH, secondY: Math.round(firstY + typicalHeight(words)) }
  return element('Vertex', { guid, representedGUID, firstX, firstY, ...second })
}

/** The line of a link on a map. */
export const edge = (
  guid: string,
  representedGUID: string,
  sourceVertex: string,
  targetVertex: string,
): XmlElement => element('Edge', { guid, representedGUID, sourceVertex, targetVertex })

/** A new element as text, with the prefix of the file's root. */
export function written(node: XmlElement, root: Element | undefined): string {
  const prefix = /^.*:/.exec(root?.tag ?? '')?.[0] ?? ''
  const prefixed = (each: XmlNode): XmlNode =>
    typeof each === 'string'
      ? each
      : { ...each, name: `${prefix}${each.name}`, children: each.children.map(prefixed) }
  return render(prefixed(node))
}

/** The names from the top code to a code, as a tag has them. */
export function pathOf(code: Element, nameOf = (each: Element) => each.attributes['name'] ?? ''): string[] {
  const names: string[] = []
  for (let at: Element | undefined = code; at?.name === 'Code'; at = at.parent)
    names.unshift(nameOf(at).replace(/,/g, ';'))
  return names
}
