import { isObject } from '../../records/record'
import { objectsIn, textIn } from './json-fields'

// What tells the files of other programs apart. It stands here, and not in their readers, so that a file can be
// recognised without loading all of them and their parsers.

/** The first line of every discussion that Kialo exports as text. */
export const KIALO_HEAD = /^\uFEFF?Discussion Title: *(.*)/

/** The line between two clippings of a Kindle. */
export const KINDLE_RULE = /^={10,}\s*$/m

/** Whether a text is the file of clippings that a Kindle keeps. */
export function isKindle(text: string): boolean {
  // A rule can stand before the first entry, too.
  const first =
    text
      .slice(0, 100_000)
      .split(KINDLE_RULE)
      .find((entry) => entry.trim() !== '') ?? ''
  const lines = first.replace(/\uFEFF/g, '').split(/\r\n?|\n/)
  return KINDLE_RULE.test(text) && lines.some((line, at) => at > 0 && at < 5 && /^\s*[-–]\s/.test(line))
}

/** The beginning of the header of Readwise's export. */
export const READWISE_HEAD = /^\uFEFF?"?Highlight"?,"?Book Title"?/i

/** The beginning of the header of the CSV that Hypothesis exports. */
export const HYPOTHESIS_HEAD = /^\uFEFF?"?Created at"?,"?Author"?,"?Page"?,"?URL"?/i

/** Whether a JSON value is an export of Hypothesis or an answer of its API. */
export const isHypothesis = (value: unknown): boolean =>
  isObject(value) &&
  (('annotations' in value && 'client_version' in value) ||
    objectsIn(value['rows']).some((row) => 'target' in row) ||
    objectsIn(value['annotations']).some((row) => 'uri' in row && 'target' in row))

const TYPES = ['Annotation', 'AnnotationPage', 'AnnotationCollection']

/** The values of a field of JSON-LD, which may be one value, a list or missing. */
export const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

const isTyped = (value: unknown): boolean =>
  isObject(value) &&
  (listOf(value['type']).some((type) => TYPES.includes(textIn(type))) ||
    listOf(value['@context']).some((context) => textIn(context).includes('w3.org/ns/anno')))

/** Whether a JSON value is a Web Annotation, a page of them, or a list. */
export const isWebAnnotation = (value: unknown): boolean =>
  Array.isArray(value) ? value.some(isTyped) : isTyped(value)

/** An item of Zotero, alone or within an answer of its API. */
export const itemIn = (raw: Record<string, unknown>): Record<string, unknown> =>
  isObject(raw['data']) ? raw['data'] : raw

/** Whether a JSON value is a list of Zotero's items with annotations among them. */
export const isZotero = (value: unknown): boolean =>
  objectsIn(value).some((raw) => itemIn(raw)['itemType'] === 'annotation')

/** Whether a JSON value is a map of MindMup. */
export const isMindmup = (value: unknown): boolean =>
  isObject(value) && 'ideas' in value && 'formatVersion' in value

/** The types of the nodes of SADFace that are steps. */
export const SADFACE_STEPS = ['scheme', 'inference', 'conflict']

/** Whether a JSON value is a SADFace document. */
export const isSadface = (value: unknown): boolean =>
  isObject(value) &&
  (objectsIn(value['nodes']).some(({ type }) => ['atom', ...SADFACE_STEPS].includes(textIn(type))) ||
    objectsIn(value['edges']).some((edge) => 'source_id' in edge))

/** Whether a JSON value is a graph of Cytoscape, which SADFace's tools also write. */
export const isCytoscape = (value: unknown): boolean =>
  isObject(value) && objectsIn(value['nodes']).some((node) => isObject(node['data']) && !('type' in node))
