import { isObject } from '../../../records/record'
import { UnreadableError } from '../../import/format'
import { idOf, numberIn, objectsIn, textIn } from '../json-fields'
import type {
  IncomingClaim,
  IncomingFile,
  IncomingMap,
  IncomingSource,
  IncomingSpan,
  IncomingStep,
} from '../incoming'
import { ownFields, ownFileFields } from '../own-fields'
import { jsonIn } from '../json-in'
import { LossList } from '../loss-list'
import { CodePoints, placeOf } from '../offsets'
import { quotesSource, type Quote } from '../quotes-source'
import { schemeFrom } from '../schemes'
import { isCytoscape, isSadface, SADFACE_STEPS } from '../signs'

type Raw = Record<string, unknown>

const CONFLICT = /^(conflict|attack|disagree(ment)?|contradict(s|ion)?)$/i
const DISAGREE = /^(disagree(ment)?|contradict(s|ion)?)$/i

/** Reads a SADFace document (Wells 2020) of version 0.1, 0.2 or 0.5. */
export function readSadface({ text, fileName }: Pick<IncomingFile, 'text' | 'fileName'>): IncomingMap {
  const whole = jsonIn(text)
  if (!isObject(whole) || !Array.isArray(whole['nodes']))
    throw new UnreadableError('It is no SADFace: it has no list of nodes.')
  if (isCytoscape(whole) && !isSadface(whole)) refuseCytoscape()
  const losses = new LossList()
  const nodes = new Map<string, Raw>()
  for (const node of objectsIn(whole['nodes'])) {
    const id = idOf(node['id'])
    if (nodes.has(id)) losses.name('node:double', id, 'Nodes whose id the file has twice: the last counts')
    nodes.set(id, node)
  }
  const typeOf = (id: string) => textIn(nodes.get(id)?.['type'])
  const isClaim = (id: string) => typeOf(id) === 'atom'
  const isStep = (id: string) => SADFACE_STEPS.includes(typeOf(id))
  const into = new Map<string, string[]>()
  const outOf = new Map<string, string[]>()
  for (const edge of objectsIn(whole['edges'])) {
    const [from, to] = [idOf(edge['source_id']), idOf(edge['target_id'])]
    if (!nodes.has(from) || !nodes.has(to)) {
      losses.name('edge:dangling', idOf(edge['id']), 'Edges whose ends are not in the file')
      continue
    }
    if (isClaim(from) && isClaim(to))
      losses.name(
        'edge:claim-to-claim',
        `${from}>${to}`,
        'Edges from claim to claim without a step, kept only in the file',
      )
    add(outOf, from, to)
    add(into, to, from)
  }
  const head =
    isObject(whole['metadata']) && isObject(whole['metadata']['core']) ? whole['metadata']['core'] : whole
  const version = textIn(head['version']).split('.').slice(0, 2).join('.') || (head === whole ? '0.1' : '0.2')
  const own = ownFileFields(isObject(whole['metadata']) ? whole['metadata']['counterpoint'] : undefined)
  const steps: IncomingStep[] = []
  const claims: IncomingClaim[] = []
  const memberOf = new Map<string, string>()
  const groups = [...nodes].flatMap(([id, node]) => {
    if (typeOf(id) !== 'group') return []
    for (const child of Array.isArray(node['children']) ? node['children'] : [])
      if (isClaim(idOf(child))) memberOf.set(idOf(child), id)
    const { colour } = ownOf(node)
    return [{ id, title: textIn(node['name']), colour }]
  })
  for (const [id, node] of nodes) {
    if (isClaim(id)) claims.push({ id, text: textIn(node['text']), ...ownOf(node), group: memberOf.get(id) })
    else if (isStep(id)) {
      const targets = (outOf.get(id) ?? []).filter((to) => isClaim(to) || isStep(to))
      if (targets.length === 0)
        losses.name('step:no-target', id, 'Steps without a target, kept only in the file')
      for (const [at, target] of targets.entries())
        steps.push({
          id,
          ...(at > 0 && { part: at + 1 }),
          ...nameOf(node, isClaim(target)),
          ...stepFields(node),
          premises: (into.get(id) ?? []).filter(isClaim),
          target: { type: isClaim(target) ? 'claim' : 'step', id: target },
        })
    } else if (typeOf(id) !== 'group')
      losses.name(
        typeOf(id) === '' ? 'node' : `node:${typeOf(id)}`,
        id,
        `Nodes of the unknown type “${typeOf(id).slice(0, 60)}”, kept only in the file`,
      )
  }
  const withMembers = new Set(memberOf.values())
  for (const { id } of groups) {
    if (!withMembers.has(id)) losses.name('node:group', id, 'Groups without claims, kept only in the file')
  }
  return {
    format: `sadface/${version.slice(0, 10)}`,
    name: textIn(head['title']).trim() || fileName.replace(/\.[^.]*$/, ''),
    caveat: own.caveat,
    presentation: own.steps,
    claims,
    steps,
    sources: sourcesOf(whole, nodes, isClaim, losses),
    groups,
    losses: losses.lines(),
  }
}

/** Our own fields of a node. */
const ownOf = (node: Raw) =>
  ownFields(isObject(node['metadata']) ? node['metadata']['counterpoint'] : undefined)

function stepFields(node: Raw): Partial<IncomingStep> {
  const { scheme, note, warrant, strength, answers } = ownOf(node)
  return { ...(scheme !== undefined && { scheme }), note, warrant, strength, answers }
}

function refuseCytoscape(): never {
  throw new UnreadableError(
    'It is a graph of Cytoscape, which has no words for arguments. Export it as SADFace.',
  )
}

function nameOf({ type, name }: Raw, isClaim: boolean): Pick<IncomingStep, 'kind' | 'scheme'> {
  const words = textIn(name).replace(/\s+/g, ' ').trim()
  const isConflict = type === 'conflict' || CONFLICT.test(words)
  if (isConflict) {
    const kind = DISAGREE.test(words) && isClaim ? 'contradict' : 'attack'
    return { kind, scheme: CONFLICT.test(words) ? '' : schemeFrom(words) }
  }
  return { kind: 'support', scheme: /^(support|inference)$/i.test(words) ? '' : schemeFrom(words) }
}

/** The resources with the places of atoms in them; for a resource that is not there, a source of the quotes. */
function sourcesOf(
  whole: Raw,
  nodes: ReadonlyMap<string, Raw>,
  isClaim: (id: string) => boolean,
  losses: LossList,
): IncomingSource[] {
  const spans = new Map<string, IncomingSpan[]>()
  const quotes = new Map<string, Quote[]>()
  const resources = new Map(objectsIn(whole['resources']).map((each) => [idOf(each['id']), each]))
  const points = new Map<string, CodePoints>()
  for (const [id, node] of nodes) {
    if (!isClaim(id)) continue
    for (const source of objectsIn(node['sources'])) {
      const resource = idOf(source['resource_id'])
      const words = textIn(source['text'])
      const content = contentOf(resources.get(resource))
      if (content.trim() === '') {
        if (words.trim() !== '') add(quotes, resource, { id, claim: id, words })
        continue
      }
      if (!points.has(resource)) points.set(resource, new CodePoints(content))
      const [offset, length] = [numberIn(source['offset']) ?? 0, numberIn(source['length']) ?? 0]
      const count = points.get(resource)!
      const hints = offset === 0 && length === 0 ? [] : [count.toUnits(offset), offset]
      const start = placeOf(content, words, hints)
      if (start !== undefined) add(spans, resource, { id, claim: id, start, end: start + words.length })
      else if (words === '' && length > 0)
        add(spans, resource, {
          id,
          claim: id,
          start: count.toUnits(offset),
          end: count.toUnits(offset + length),
        })
      else if (words.trim() !== '')
        losses.name('span', id, 'Words that are not in their text, kept only in the file')
    }
  }
  const there = [...resources].flatMap(([id, resource]): IncomingSource[] => {
    const text = contentOf(resource)
    return text.trim() === '' ? [] : [{ ...workOf(id, resource), text, spans: spans.get(id) ?? [] }]
  })
  const missing = [...quotes].map(([id, words]) => quotesSource(workOf(id, resources.get(id) ?? {}), words))
  return [...there, ...missing]
}

const contentOf = (resource: Raw | undefined): string => textIn(resource?.['content']).replace(/\r\n?/g, '\n')

function workOf(id: string, resource: Raw) {
  const given = isObject(resource['metadata']) ? resource['metadata'] : {}
  const metadata = isObject(given['core']) ? { ...given, ...given['core'] } : given
  return {
    id: id || 'resource',
    title: textIn(metadata['title']),
    url: textIn(metadata['url']) || textIn(resource['url']),
    doi: textIn(metadata['doi']),
  }
}

function add<Value>(index: Map<string, Value[]>, key: string, value: Value): void {
  const known = index.get(key)
  if (known) known.push(value)
  else index.set(key, [value])
}
