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

/** The formats that a text may have, the likeliest first. */
type Recognises = (text: string) => readonly InterchangeName[]

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

/** What tells XML files apart: the beginning of the root element, whatever its prefix. */
const XML_ROOTS: readonly { readonly name: InterchangeName; readonly root: RegExp }[] = [
  { name: 'agxml', root: /<(?:[\w.-]+:)?arggraph\b/ },
  { name: 'cas', root: /<xmi:XMI\b/ },
  { name: 'freeplane', root: /<map\s[^>]*version=/ },
  { name: 'opml', root: /<(?:[\w.-]+:)?opml\b/ },
]

const BY_ENDING: Readonly<Record<string, Recognises>> = {
  json: recognisedJson,
  xml: recognisedXml,
  argdown: () => ['argdown'],
  ad: () => ['argdown'],
  adown: () => ['argdown'],
  canvas: () => ['canvas'],
  jsonld: recognisedJson,
  txt: recognisedText,
  csv: recognisedCsv,
  ann: () => ['brat'],
  qdpx: () => ['qdpx'],
  qdc: () => ['qdc'],
  xmi: () => ['cas'],
  opml: () => ['opml'],
  xmind: () => ['xmind'],
  mm: () => ['freeplane'],
  mup: () => ['mindmup'],
}

/**
 * All formats of other programs that a file may have, by its ending and by its content, the likeliest first: several
 * programs write JSON with the same names in it. None for any other file.
 * @throws UnreadableError for JSON that is damaged or nested too deeply to be any format
 */
export function fittingFormats(fileName: string, text: string): readonly InterchangeName[] {
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending]!(text) : []
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

function recognisedJson(text: string): InterchangeName[] {
  if (isOwn(text)) return []
  if (!/^\uFEFF?\s*[[{]/.test(text.slice(0, 1000))) return []
  const value = jsonIn(text)
  const found = JSON_FORMATS.filter(({ fits }) => fits(value)).map(({ name }) => name)
  if (found.length === 0 && isCytoscape(value))
    throw new UnreadableError(
      'It is a graph of Cytoscape, which has no words for arguments. Export it as SADFace.',
    )
  return found
}

function recognisedText(text: string): InterchangeName[] {
  if (KIALO_HEAD.test(text)) return ['kialo']
  return isKindle(text) ? ['kindle'] : []
}

function recognisedCsv(text: string): InterchangeName[] {
  if (READWISE_HEAD.test(text)) return ['readwise']
  return HYPOTHESIS_HEAD.test(text) ? ['hypothesis-csv'] : []
}

function recognisedXml(text: string): InterchangeName[] {
  const head = text.slice(0, 20_000)
  return XML_ROOTS.filter(({ root }) => root.test(head))
    .map(({ name }) => name)
    .slice(0, 1)
}
