import { UnreadableError } from '../../import/format'
import type {
  IncomingClaim,
  IncomingFile,
  IncomingMap,
  IncomingSource,
  IncomingSpan,
  IncomingStep,
} from '../incoming'
import { LossList } from '../loss-list'
import { attributeOf, everyElement, localName, textOf, xmlIn, type XmlElement } from '../xml-in'

const KINDS: Readonly<Record<string, IncomingStep['kind']>> = {
  sup: 'support',
  exa: 'support',
  reb: 'attack',
  und: 'attack',
}

/** The id of the text as a source. */
const TEXT_ID = 'text'

/** Reads an argument graph of the microtext corpora (AGXML, Peldszus and Stede 2015), with its text if that is there. */
export function readAgxml({
  text,
  fileName,
  beside,
}: Pick<IncomingFile, 'text' | 'fileName' | 'beside'>): IncomingMap {
  const root = xmlIn(text)
  if (localName(root) !== 'arggraph') throw new UnreadableError('It is no AGXML: it has no arggraph.')
  const losses = new LossList()
  const all = [...everyElement(root)]
  const named = (name: string) => all.filter((element) => localName(element) === name)
  const id = (element: XmlElement) => attributeOf(element, 'id')
  const units = new Map(named('edu').map((unit) => [id(unit), textOf(unit)]))
  const adus = new Map(named('adu').map((adu) => [id(adu), adu]))
  const edges = named('edge').map((edge) => ({
    id: id(edge),
    from: attributeOf(edge, 'src'),
    to: attributeOf(edge, 'trg'),
    type: attributeOf(edge, 'type'),
  }))
  const segments = new Map<string, string[]>([...adus.keys()].map((adu) => [adu, []]))
  const joints = new Map<string, string[]>(named('joint').map((joint) => [id(joint), []]))
  for (const { from, to, type } of edges) if (type === 'seg' && units.has(from)) joints.get(to)?.push(from)
  for (const { id: edge, from, to, type } of edges) {
    if (type !== 'seg') continue
    const into = segments.get(to)
    if (into && units.has(from)) into.push(from)
    else if (joints.has(to) || joints.has(from)) {
      into?.push(...(joints.get(from) ?? []))
      losses.name('edge', edge, 'Joints of several units, whose words are one claim')
    } else losses.name('edge:dangling', edge, 'Edges whose ends are not in the file')
  }
  const claims = [...adus].map(([adu, element]): IncomingClaim => {
    const type = attributeOf(element, 'type')
    const words = segments.get(adu)!.map((unit) => units.get(unit)!)
    return { id: adu, text: words.join(' '), tags: type === '' ? [] : [type] }
  })
  const steps = new Map<string, IncomingStep & { premises: string[] }>()
  for (const { id: edge, from, to, type } of edges) {
    if (type === 'seg' || type === 'add') continue
    const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined
    if (!kind || !adus.has(from))
      losses.name(
        type === '' ? 'edge' : `edge:${type}`,
        edge,
        'Edges that are no step of an argument, kept only in the file',
      )
    else
      steps.set(edge, {
        id: edge,
        kind,
        premises: [from],
        target: { type: adus.has(to) ? 'claim' : 'step', id: to },
        scheme: type === 'exa' ? 'example' : '',
      })
  }
  for (const { id: edge, from, to, type } of edges) {
    if (type !== 'add') continue
    const step = steps.get(to)
    if (step && adus.has(from)) step.premises.push(from)
    else
      losses.name('edge:add', edge, 'Additional premises of a step that is not there, kept only in the file')
  }
  return {
    format: 'agxml',
    name: attributeOf(root, 'id') || fileName.replace(/\.[^.]*$/, ''),
    claims,
    steps: [...steps.values()],
    sources: [textWith(units, segments, beside, attributeOf(root, 'id') || fileName, losses)],
    groups: [],
    losses: losses.lines(),
  }
}

/** The text with the units in it: each is looked for after the end of the one before. */
function textWith(
  units: ReadonlyMap<string, string>,
  segments: ReadonlyMap<string, readonly string[]>,
  beside: string | undefined,
  title: string,
  losses: LossList,
): IncomingSource {
  const text = (beside ?? [...units.values()].join(' ')).replace(/\r\n?/g, '\n')
  const places = new Map<string, number>()
  let from = 0
  for (const [unit, words] of units) {
    const after = text.indexOf(words, from)
    const at = after < 0 ? text.indexOf(words) : after
    if (at < 0 || words.trim() === '') continue
    places.set(unit, at)
    from = at + words.length
  }
  for (const [unit, words] of units)
    if (!places.has(unit) && words.trim() !== '')
      losses.name('edu:not-in-text', unit, 'Units whose words are not in the text')
  const spans: IncomingSpan[] = []
  for (const [claim, own] of segments) {
    for (const unit of own) {
      const start = places.get(unit)
      if (start === undefined) losses.name('span', claim, 'Claims whose words are not in the text')
      else spans.push({ id: unit, claim, start, end: start + units.get(unit)!.length })
    }
  }
  return { id: TEXT_ID, title, text, spans }
}
