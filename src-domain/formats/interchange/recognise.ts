import { FORMAT } from '../../document/project'
import { UnreadableError } from '../import/format'
import { isAif } from './aif/aif-file'
import type { InterchangeName } from './catalogue'
import { jsonIn } from './json-in'
import {
  HYPOTHESIS_HEAD,
  isCytoscape,
  isHypothesis,
  isKindle,
  isMindmup,
  isSadface,
  isWebAnnotation,
  isZotero,
  KIALO_HEAD,
  READWISE_HEAD,
} from './signs'

type Recognises = (text: string) => InterchangeName | undefined

/** What tells JSON files apart, in this order: the first that fits counts. */
const JSON_FORMATS: readonly {
  readonly name: InterchangeName
  readonly fits: (value: unknown) => boolean
}[] = [
  { name: 'aif', fits: isAif },
  { name: 'sadface', fits: isSadface },
  { name: 'hypothesis', fits: isHypothesis },
  { name: 'web-annotation', fits: isWebAnnotation },
  { name: 'zotero', fits: isZotero },
  { name: 'mindmup', fits: isMindmup },
]

/** What tells XML files apart: the beginning of the root element. */
const XML_ROOTS: readonly { readonly name: InterchangeName; readonly root: RegExp }[] = [
  { name: 'agxml', root: /<arggraph\b/ },
  { name: 'cas', root: /<xmi:XMI\b/ },
  { name: 'freeplane', root: /<map\s[^>]*version=/ },
  { name: 'opml', root: /<opml\b/ },
]

const BY_ENDING: Readonly<Record<string, Recognises>> = {
  json: recognisedJson,
  xml: recognisedXml,
  argdown: () => 'argdown',
  ad: () => 'argdown',
  adown: () => 'argdown',
  canvas: () => 'canvas',
  jsonld: recognisedJson,
  txt: recognisedText,
  csv: recognisedCsv,
  ann: () => 'brat',
  qdpx: () => 'qdpx',
  qdc: () => 'qdc',
  xmi: () => 'cas',
  opml: () => 'opml',
  xmind: () => 'xmind',
  mm: () => 'freeplane',
  mup: () => 'mindmup',
}

/**
 * The format of another program that a file has, by its ending and by its content; undefined for any other file.
 * @throws UnreadableError for JSON that is damaged or nested too deeply to be any format
 */
export function recognised(fileName: string, text: string): InterchangeName | undefined {
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending]!(text) : undefined
}

/** All formats that a file may have, the likeliest first: several programs write JSON with the same names in it. */
export function fittingFormats(fileName: string, text: string): readonly InterchangeName[] {
  const first = recognised(fileName, text)
  if (first === undefined) return []
  const isJson =
    JSON_FORMATS.some(({ name }) => name === first) && /^\uFEFF?\s*[[{]/.test(text.slice(0, 1000))
  if (!isJson) return [first]
  const value = jsonIn(text)
  const others = JSON_FORMATS.filter(({ name, fits }) => name !== first && fits(value))
  return [first, ...others.map(({ name }) => name)]
}

/** What stands in the JSON of the programs above and hardly elsewhere. */
const TELLING =
  /"(?:nodeID|AIF|fromID|source_id|resource_id|client_version|annotationType|annotationText|TextQuoteSelector|formatVersion)"|"type"\s*:\s*"(?:I|RA|CA|atom|Annotation\w*)"|w3\.org\/ns\/anno/

/**
 * Whether a JSON file seems to be of another program, by the beginning of its text. It is not parsed, so it may turn out
 * to be none.
 */
export const seemsForeign = (beginning: string): boolean => !isOwn(beginning) && TELLING.test(beginning)

/** A project names its format first; parsing it would take as long as reading it. */
const isOwn = (text: string): boolean =>
  new RegExp(`^\uFEFF?\\s*\\{\\s*"format"\\s*:\\s*"${FORMAT}"`).test(text.slice(0, 200))

function recognisedJson(text: string): InterchangeName | undefined {
  if (isOwn(text)) return undefined
  if (!/^\uFEFF?\s*[[{]/.test(text.slice(0, 1000))) return undefined
  const value = jsonIn(text)
  const found = JSON_FORMATS.find(({ fits }) => fits(value))?.name
  if (!found && isCytoscape(value))
    throw new UnreadableError(
      'It is a graph of Cytoscape, which has no words for arguments. Export it as SADFace.',
    )
  return found
}

function recognisedText(text: string): InterchangeName | undefined {
  if (KIALO_HEAD.test(text)) return 'kialo'
  return isKindle(text) ? 'kindle' : undefined
}

function recognisedCsv(text: string): InterchangeName | undefined {
  if (READWISE_HEAD.test(text)) return 'readwise'
  return HYPOTHESIS_HEAD.test(text) ? 'hypothesis-csv' : undefined
}

function recognisedXml(text: string): InterchangeName | undefined {
  const head = text.slice(0, 20_000)
  return XML_ROOTS.find(({ root }) => root.test(head))?.name
}
