import { isObject } from '../../../records/record'
import { UnreadableError } from '../../import/format'
import { idOf, objectsIn, textIn } from '../json-fields'

/** The tools whose files are read, by how they write AIF (Argument Interchange Format, Chesñevar et al. 2006). */
export type AifDialect = 'aifdb' | 'ova2' | 'ova3' | 'xaif'

export interface AifNode {
  readonly id: string
  readonly type: string
  readonly text: string
  /** The node as it is in the file. */
  readonly raw: Record<string, unknown>
}

export interface AifEdge {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly raw: Record<string, unknown>
}

/** The parts of an AIF file that all dialects have, under one set of names. */
export interface AifFile {
  readonly dialect: AifDialect
  /** The whole file, and the part of it with the nodes. */
  readonly whole: Record<string, unknown>
  readonly aif: Record<string, unknown>
  /** Nodes by id. Of several with one id the first counts; `doubles` has the ids of the others. */
  readonly nodes: ReadonlyMap<string, AifNode>
  readonly doubles: readonly string[]
  readonly edges: readonly AifEdge[]
  /** Edges of which an end is missing, and edges that are there already. */
  readonly dangling: readonly AifEdge[]
  readonly repeated: readonly AifEdge[]
  /** The analysed text as HTML with spans; undefined without one. */
  readonly html: string | undefined
  readonly title: string
}

/** Whether a JSON value is an AIF file. */
export function isAif(value: unknown): boolean {
  if (!isObject(value)) return false
  if ('AIF' in value && (isObject(value['AIF']) || typeof value['AIF'] === 'string')) return true
  const nodes = objectsIn(value['nodes'])
  if (nodes.some((node) => 'nodeID' in node)) return true
  const edges = objectsIn(value['edges'])
  const isEdge = edges.some((edge) => 'fromID' in edge || 'from' in edge)
  return nodes.some(({ type }) => ['I', 'RA', 'CA'].includes(String(type))) && (isEdge || edges.length === 0)
}

/** Reads the parts of an AIF file. Throws `UnreadableError` for what has no nodes. */
export function aifFile(whole: Record<string, unknown>): AifFile {
  const aif = partWithNodes(whole)
  if (!Array.isArray(aif['nodes'])) throw new UnreadableError('It is AIF without a list of nodes.')
  const nodes = new Map<string, AifNode>()
  const doubles: string[] = []
  for (const raw of objectsIn(aif['nodes'])) {
    const id = idOf(raw['nodeID'] ?? raw['id'])
    if (nodes.has(id)) doubles.push(id)
    else nodes.set(id, { id, type: String(raw['type']), text: textIn(raw['text']), raw })
  }
  const edges: AifEdge[] = []
  const dangling: AifEdge[] = []
  const repeated: AifEdge[] = []
  const seen = new Set<string>()
  for (const raw of objectsIn(aif['edges'])) {
    const from = endOf(raw['fromID'] ?? raw['from'])
    const to = endOf(raw['toID'] ?? raw['to'])
    const edge = {
      id: 'edgeID' in raw && raw['edgeID'] !== null ? idOf(raw['edgeID']) : `${from}>${to}`,
      from,
      to,
      raw,
    }
    if (!nodes.has(from) || !nodes.has(to)) dangling.push(edge)
    else if (seen.has(pairKey(edge))) repeated.push(edge)
    else {
      seen.add(pairKey(edge))
      edges.push(edge)
    }
  }
  const ova = isObject(whole['OVA']) ? whole['OVA'] : {}
  const analysis = isObject(whole['analysis']) ? whole['analysis'] : {}
  const html = [
    whole['text'],
    isObject(whole['text']) ? whole['text']['txt'] : undefined,
    analysis['txt'],
  ].find((each) => typeof each === 'string' && each.trim() !== '')
  return {
    dialect: dialectOf(whole, aif),
    whole,
    aif,
    nodes,
    doubles,
    edges,
    dangling,
    repeated,
    html: typeof html === 'string' ? html : undefined,
    title: [ova['url'], analysis['documentTitle']].map(textIn).find((each) => each.trim() !== '') ?? '',
  }
}

const pairKey = ({ from, to }: AifEdge): string => JSON.stringify([from, to])

function partWithNodes(whole: Record<string, unknown>): Record<string, unknown> {
  const given = whole['AIF']
  if (isObject(given)) return given
  if (typeof given !== 'string') return whole
  try {
    const parsed: unknown = JSON.parse(given)
    if (isObject(parsed)) return parsed
  } catch {
    // Told below.
  }
  throw new UnreadableError('Its AIF is text that is not JSON.')
}

function dialectOf(whole: Record<string, unknown>, aif: Record<string, unknown>): AifDialect {
  if ('AIF' in whole) return isObject(whole['OVA']) ? 'ova3' : 'xaif'
  const [first] = objectsIn(aif['nodes'])
  return first && 'id' in first && !('nodeID' in first) ? 'ova2' : 'aifdb'
}

/** An end of an edge: an id or, in OVA2, a copy of the node. */
const endOf = (value: unknown): string => idOf(isObject(value) ? value['id'] : value)
