/** The description of a format of other programs with argument maps, codings or highlights. */
export interface InterchangeFormat<Name extends string = string> {
  readonly name: Name
  readonly title: string
  /** Its endings, without the dot. Several formats share some: the content decides then (`recognise.ts`). */
  readonly extensions: readonly string[]
}

const FORMATS = [
  { name: 'aif', title: 'AIF argument map (AIFdb, OVA)', extensions: ['json'] },
  { name: 'sadface', title: 'SADFace argument map', extensions: ['json'] },
  { name: 'agxml', title: 'Argument graph (AGXML)', extensions: ['xml'] },
  { name: 'argdown', title: 'Argdown', extensions: ['argdown', 'ad', 'adown'] },
  { name: 'canvas', title: 'JSON Canvas (Obsidian)', extensions: ['canvas'] },
  { name: 'hypothesis', title: 'Hypothesis annotations', extensions: ['json'] },
  { name: 'hypothesis-csv', title: 'Hypothesis annotations (CSV)', extensions: ['csv'] },
  { name: 'web-annotation', title: 'Web Annotation', extensions: ['json', 'jsonld'] },
  { name: 'zotero', title: 'Zotero annotations', extensions: ['json'] },
  { name: 'qdpx', title: 'REFI-QDA project (NVivo, ATLAS.ti, MAXQDA)', extensions: ['qdpx'] },
  { name: 'qdc', title: 'REFI-QDA codebook', extensions: ['qdc'] },
  { name: 'kindle', title: 'Kindle clippings', extensions: ['txt'] },
  { name: 'readwise', title: 'Readwise highlights', extensions: ['csv'] },
  { name: 'kialo', title: 'Kialo discussion', extensions: ['txt'] },
  { name: 'brat', title: 'brat annotations', extensions: ['ann'] },
  { name: 'cas', title: 'UIMA CAS (XMI)', extensions: ['xmi', 'xml'] },
  { name: 'opml', title: 'OPML outline', extensions: ['opml'] },
  { name: 'freeplane', title: 'Freeplane mind map', extensions: ['mm'] },
  { name: 'xmind', title: 'XMind workbook', extensions: ['xmind'] },
  { name: 'mindmup', title: 'MindMup map', extensions: ['mup'] },
] as const satisfies readonly InterchangeFormat[]

export type InterchangeName = (typeof FORMATS)[number]['name']

/** The formats of other programs that are read, without their readers (`readers.ts`), which only the host imports. */
export const INTERCHANGE_FORMATS: readonly InterchangeFormat<InterchangeName>[] = FORMATS

/** The format with a name; undefined if there is none. */
export const interchangeNamed = (name: string): InterchangeFormat<InterchangeName> | undefined =>
  INTERCHANGE_FORMATS.find((format) => format.name === name)

/** The format of an origin, whose name has a dialect: `aif/ova3`, `hypothesis/csv`. Undefined if there is none. */
export const interchangeOf = (format: string): InterchangeFormat<InterchangeName> | undefined =>
  interchangeNamed(format.replace('/', '-')) ?? interchangeNamed(format.split('/')[0] ?? '')

/** All endings of these formats, each once. */
export const INTERCHANGE_EXTENSIONS: readonly string[] = [
  ...new Set(INTERCHANGE_FORMATS.flatMap(({ extensions }) => extensions)),
]
