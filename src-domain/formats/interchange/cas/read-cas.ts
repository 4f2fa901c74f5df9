import { UnreadableError } from '../../import/format'
import type { IncomingClaim, IncomingFile, IncomingMap, IncomingStep } from '../incoming'
import { LineFeeds } from '../line-ends'
import { LossList } from '../loss-list'
import { attributeOf, everyElement, localName, xmlIn, type XmlElement } from '../xml-in'

/** Layers of the tools themselves, by their namespaces; others were made for a project. */
const BUILT_IN = /\/uima\/|dkpro|clarin|inception|omg\.org/

/** Attributes of every annotation. */
const PLAIN = new Set(['xmi:id', 'sofa', 'begin', 'end', 'Governor', 'Dependent'])

const CATEGORIES: Readonly<Record<string, string>> = {
  majorclaim: 'hypothesis',
  claim: 'judgement',
  premise: 'evidence',
}

/** Reads annotations of UIMA CAS as XMI, as INCEpTION and WebAnno write: the custom layers with a text feature. */
export function readCas({ text, fileName }: Pick<IncomingFile, 'text' | 'fileName'>): IncomingMap {
  const root = xmlIn(text)
  if (localName(root) !== 'XMI') throw new UnreadableError('It is no UIMA CAS: it has no XMI.')
  const losses = new LossList()
  const elements = [...everyElement(root)].slice(1)
  const sofa = elements.find((element) => localName(element) === 'Sofa')
  const feeds = new LineFeeds(sofa ? attributeOf(sofa, 'sofaString') : '')
  const isCustom = ({ name }: XmlElement) => {
    const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : ''
    return !BUILT_IN.test(attributeOf(root, `xmlns:${prefix}`))
  }
  const claims: IncomingClaim[] = []
  const spans: { id: string; claim: string; start: number; end: number }[] = []
  const relations: XmlElement[] = []
  for (const element of elements) {
    if (['Sofa', 'View', 'NULL'].includes(localName(element))) continue
    const id = attributeOf(element, 'xmi:id')
    const [begin, end] = [Number(attributeOf(element, 'begin')), Number(attributeOf(element, 'end'))]
    const label = labelOf(element)
    if (!isCustom(element))
      losses.name(
        `layer:${localName(element)}`,
        id,
        `Annotations of the layer ${localName(element)}, kept only in the file`,
      )
    else if (element.attributes.has('Governor') || element.attributes.has('Dependent'))
      relations.push(element)
    else if (label === undefined || !(end > begin))
      losses.name(
        `layer:${localName(element)}`,
        id,
        `Annotations of the layer ${localName(element)} without a label or words, kept only in the file`,
      )
    else {
      const [start, stop] = [feeds.at(begin), feeds.at(end)]
      const category = label.toLowerCase().replace(/[^a-z]/g, '')
      claims.push({
        id,
        text: feeds.text.slice(start, stop).trim(),
        category: Object.hasOwn(CATEGORIES, category) ? CATEGORIES[category] : label,
      })
      spans.push({ id, claim: id, start, end: stop })
    }
  }
  const known = new Set(claims.map(({ id }) => id))
  const steps = relations.flatMap((element): IncomingStep[] => {
    const id = attributeOf(element, 'xmi:id')
    const [from, to] = [attributeOf(element, 'Dependent'), attributeOf(element, 'Governor')]
    const label = labelOf(element) ?? ''
    const kind = /support/i.test(label)
      ? 'support'
      : /attack|rebut|undercut/i.test(label)
        ? 'attack'
        : undefined
    if (!known.has(from) || !known.has(to))
      losses.name('edge:dangling', id, 'Relations whose ends are no claims')
    else if (!kind)
      losses.name(`edge:${label}`, id, 'Relations that neither support nor attack, kept only in the file')
    else
      return [
        {
          id,
          kind,
          premises: [from],
          target: { type: 'claim', id: to },
          strength: /partial/i.test(label) ? 'weak' : '',
        },
      ]
    return []
  })
  const name = fileName.replace(/(?:\.txt)?\.[^.]*$/, '')
  return {
    format: 'cas/xmi',
    name,
    claims,
    steps,
    sources: [{ id: 'sofa', title: name, text: feeds.text, spans }],
    groups: [],
    losses: losses.lines(),
  }
}

/** The text feature of an annotation: `label`, else the only other attribute. */
function labelOf(element: XmlElement): string | undefined {
  const label = attributeOf(element, 'label')
  if (label !== '') return label
  const others = [...element.attributes].filter(([key, value]) => !PLAIN.has(key) && value !== '')
  return others.length === 1 ? others[0]![1] : undefined
}
