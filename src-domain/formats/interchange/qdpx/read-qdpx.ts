import type {
  IncomingClaim,
  IncomingFile,
  IncomingMap,
  IncomingSource,
  IncomingSpan,
  IncomingStep,
} from '../incoming'
import { LossList } from '../loss-list'
import { placeOf } from '../offsets'
import { attributeOf, localName, type XmlElement } from '../xml-in'
import { codesIn, type Code } from './codes'
import {
  childOf,
  childrenOf,
  guidOf,
  plainTextOf,
  refiProject,
  wordsIn,
  type RefiProject,
} from './refi-project'
import { SelectionOffsets } from './selection-offsets'
import { stepOfLink } from './links'
import { CATEGORIES, OWN, SAME_CLAIM } from './own-project'

/** Reads a project of REFI-QDA 1.0 (.qdpx), as NVivo, ATLAS.ti and MAXQDA write. */
export function readQdpx({ text, fileName }: Pick<IncomingFile, 'text' | 'fileName'>): IncomingMap {
  const project = refiProject(text)
  const { root } = project
  const reading = new Reading(project)
  for (const source of childOf(root, 'Sources')?.children ?? []) reading.source(source)
  if (reading.isOwn) reading.ownNotes()
  const { losses } = reading
  const known = new Map(reading.standsFor)
  const links = childrenOf(childOf(root, 'Links'), 'Link')
  const isSame = (link: XmlElement) => reading.isOwn && attributeOf(link, 'name') === SAME_CLAIM
  const joins = new Map(
    links.filter(isSame).map((link) => [guidOf(link, 'targetGUID'), guidOf(link, 'originGUID')]),
  )
  for (const [guid, first] of joins) known.set(guid, first)
  const steps = links
    .filter((link) => !isSame(link))
    .flatMap((link): IncomingStep[] => {
      const [from, to] = [known.get(guidOf(link, 'originGUID')), known.get(guidOf(link, 'targetGUID'))]
      return stepOfLink(link, guidOf(link), from, to, losses)
    })
  const graphs = childrenOf(childOf(root, 'Graphs'), 'Graph')
  const places = reading.graph(graphs[0], known, steps)
  for (const graph of graphs.slice(1))
    losses.name('graph', guidOf(graph), 'Further maps, kept only in the file')
  nameRest(root, reading, losses)
  const claims = joinedClaims(reading.claims, joins)
  const joined = new Set(steps.flatMap(({ premises, target }) => [...premises, target.id]))
  const origin = attributeOf(root, 'origin')
  const maker = /nvivo|atlas|maxqda|f4|quirkos|dedoose|transana/i.exec(origin)?.[0].toLowerCase()
  return {
    format: maker ? `qdpx/${maker}` : 'qdpx',
    name:
      (graphs[0] ? attributeOf(graphs[0], 'name') : '') ||
      attributeOf(root, 'name') ||
      fileName.replace(/\.[^.]*$/, ''),
    hasMap: graphs.length > 0 || steps.length > 0,
    claims: claims.map((claim) => ({
      ...claim,
      place: places.get(claim.id),
      placed: graphs.length > 0 ? places.has(claim.id) : joined.has(claim.id),
    })),
    steps,
    sources: reading.sources.map((source) => ({
      ...source,
      spans: source.spans.map((span) => ({ ...span, claim: joins.get(span.claim) ?? span.claim })),
    })),
    groups: [],
    losses: losses.lines(),
  }
}

/** The claims without those that are a further passage of another one. */
const joinedClaims = (
  claims: readonly IncomingClaim[],
  joins: ReadonlyMap<string, string>,
): IncomingClaim[] => {
  const also = new Map<string, string[]>()
  for (const [guid, first] of joins) also.set(first, [...(also.get(first) ?? []), guid])
  return claims
    .filter(({ id }) => !joins.has(id))
    .map((claim) => ({ ...claim, also: [...(claim.also ?? []), ...(also.get(claim.id) ?? [])] }))
}

/** Collects the claims of the selections of a project. */
class Reading {
  readonly losses = new LossList()
  readonly claims: IncomingClaim[] = []
  readonly sources: IncomingSource[] = []
  readonly used = new Set<string>()
  /** The claim that stands for a selection, by its id: selections of the same words are one. */
  readonly standsFor = new Map<string, string>()
  /** Whether Counterpoint wrote the project: then names of selections are wordings, and notes are claims. */
  readonly isOwn: boolean
  readonly #codes: ReadonlyMap<string, Code>
  readonly #notes: ReadonlyMap<string, XmlElement>
  readonly #usedNotes = new Set<string>()

  constructor(private readonly project: RefiProject) {
    this.isOwn = OWN.test(attributeOf(project.root, 'origin'))
    this.#codes = codesIn(project.root)
    this.#notes = new Map(
      childrenOf(childOf(project.root, 'Notes'), 'Note').map((note) => [guidOf(note), note]),
    )
  }

  get unusedCodes(): Code[] {
    return [...this.#codes.values()].filter(({ id }) => !this.used.has(id))
  }

  get unusedNotes(): string[] {
    return [...this.#notes.keys()].filter((id) => !this.#usedNotes.has(id))
  }

  source(element: XmlElement): void {
    const kind = localName(element)
    const representation = kind === 'PDFSource' ? childOf(element, 'Representation') : undefined
    const raw =
      kind === 'TextSource'
        ? plainTextOf(this.project, element)
        : representation && plainTextOf(this.project, representation)
    if (kind !== 'TextSource' && kind !== 'PDFSource')
      this.losses.name(
        `source:${kind}`,
        guidOf(element),
        `Sources of the kind ${kind}, kept only in the archive`,
      )
    if (attributeOf(element, 'richTextPath') !== '')
      this.losses.name('source:rich-text', guidOf(element), 'Formatted versions of texts, which are not kept')
    if (kind === 'PDFSource')
      this.losses.name('source:pdf', guidOf(element), 'PDFs of sources, of which only the text is kept')
    const selections = [
      ...childrenOf(element, 'PlainTextSelection'),
      ...childrenOf(representation, 'PlainTextSelection'),
    ]
    const spans = raw === undefined ? [] : this.#textSpans(raw, selections)
    if (raw === undefined) for (const selection of selections) this.#other(selection, 'text', undefined)
    const text = raw === undefined ? '' : raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
    for (const selection of element.children) {
      const name = /^(PDF|Picture|Audio|Video|Transcript)Selection$/.exec(localName(selection))?.[1]
      if (name !== undefined) spans.push(...this.#other(selection, name.toLowerCase(), text))
    }
    for (const note of childrenOf(element, 'NoteRef'))
      this.losses.name('note:source', guidOf(note, 'targetGUID'), 'Notes of sources, kept only in the file')
    if (text.trim() === '') {
      if (kind === 'TextSource')
        this.losses.name('source:no-text', guidOf(element), 'Sources whose text is not in the archive')
      return
    }
    this.sources.push({
      id: guidOf(element),
      title: attributeOf(element, 'name'),
      text,
      originalText: raw ?? text,
      spans,
    })
  }

  #textSpans(raw: string, selections: readonly XmlElement[]): IncomingSpan[] {
    const starts = selections.map((selection) => Number(attributeOf(selection, 'startPosition')))
    const offsets = new SelectionOffsets(raw, attributeOf(this.project.root, 'origin'), starts)
    const byPlace = new Map<string, number>()
    const spans: IncomingSpan[] = []
    for (const selection of selections) {
      const id = guidOf(selection)
      const start = offsets.at(Number(attributeOf(selection, 'startPosition')) || 0)
      const end = offsets.at(Number(attributeOf(selection, 'endPosition')) || 0)
      const words = offsets.text.slice(start, end).trim()
      if (words === '') {
        this.#other(selection, 'text', undefined)
        continue
      }
      const name = attributeOf(selection, 'name')
      const place = this.isOwn ? id : `${start} ${end}`
      const known = byPlace.get(place)
      if (known !== undefined) {
        this.#join(known, selection)
        continue
      }
      byPlace.set(place, this.claims.length)
      const isWording = name !== '' && (this.isOwn || !squeezed(words).includes(squeezed(name)))
      this.#add(selection, isWording ? name : words)
      spans.push({ id, claim: id, start, end })
    }
    return spans
  }

  /** A selection that is no span of a text: with words it is looked for in the text, else it needs a code or a remark. */
  #other(selection: XmlElement, kind: string, text: string | undefined): IncomingSpan[] {
    const id = guidOf(selection)
    const representation = childOf(selection, 'Representation')
    const words = representation ? (plainTextOf(this.project, representation) ?? '').trim() : ''
    const name = attributeOf(selection, 'name')
    const says =
      childOf(selection, 'Coding') ?? childOf(selection, 'NoteRef') ?? childOf(selection, 'Description')
    if (words === '')
      this.losses.name(`selection:${kind}`, id, `Selections in the kind of source ${kind} without words`)
    if (words === '' && !says) return []
    this.#add(selection, words === '' ? name || `Selection (${kind})` : words)
    const start = words === '' || text === undefined ? undefined : placeOf(text, words, [])
    if (start !== undefined) return [{ id, claim: id, start, end: start + words.length }]
    if (words !== '') this.losses.name('span', id, 'Selections whose words are not in the text')
    return []
  }

  #said(selection: XmlElement): Pick<IncomingClaim, 'tags' | 'category' | 'note'> {
    const codes = childrenOf(selection, 'Coding').flatMap((coding) =>
      childrenOf(coding, 'CodeRef').flatMap((ref) => this.#codes.get(guidOf(ref, 'targetGUID')) ?? []),
    )
    for (const { id } of codes) this.used.add(id)
    const notes = childrenOf(selection, 'NoteRef').flatMap((ref) => {
      const note = this.#notes.get(guidOf(ref, 'targetGUID'))
      if (!note) return []
      this.#usedNotes.add(guidOf(note))
      return [attributeOf(note, 'name'), plainTextOf(this.project, note)?.trim() ?? '']
        .filter(Boolean)
        .join('\n')
    })
    return {
      tags: [...new Set(codes.flatMap(({ tag }) => tag ?? []))],
      category: codes.find(({ category }) => category)?.category,
      note: [wordsIn(selection, 'Description'), ...notes].filter(Boolean).join('\n\n'),
    }
  }

  /** The notes of a project of ours, which are claims that rest on no passage. */
  ownNotes(): void {
    for (const [id, note] of this.#notes) {
      this.#usedNotes.add(id)
      this.#add(note, plainTextOf(this.project, note) ?? '')
    }
  }

  #add(selection: XmlElement, text: string): void {
    const id = guidOf(selection)
    this.standsFor.set(id, id)
    const said = this.#said(selection)
    this.claims.push({
      id,
      text,
      created: attributeOf(selection, 'creationDateTime') || undefined,
      ...said,
      category: said.category ?? 'evidence',
    })
  }

  #join(at: number, selection: XmlElement): void {
    const claim = this.claims[at]!
    const { tags = [], category, note = '' } = this.#said(selection)
    this.standsFor.set(guidOf(selection), claim.id)
    this.claims[at] = {
      ...claim,
      also: [...(claim.also ?? []), guidOf(selection)],
      tags: [...new Set([...(claim.tags ?? []), ...tags])],
      category: claim.category === 'evidence' ? (category ?? claim.category) : claim.category,
      note: [claim.note, note].filter(Boolean).join('\n\n'),
    }
  }

  /** The positions of claims on a graph; a note on it becomes a claim. Its edges by themselves become steps. */
  graph(
    graph: XmlElement | undefined,
    known: Map<string, string>,
    steps: IncomingStep[],
  ): ReadonlyMap<string, { x: number; y: number }> {
    const places = new Map<string, { x: number; y: number }>()
    const vertices = new Map<string, string>()
    for (const vertex of childrenOf(graph, 'Vertex')) {
      const represented = guidOf(vertex, 'representedGUID')
      const note = this.#notes.get(represented)
      if (note && !known.has(represented)) {
        this.claims.push({
          id: represented,
          text: plainTextOf(this.project, note)?.trim() || attributeOf(note, 'name'),
        })
        known.set(represented, represented)
        this.#usedNotes.add(represented)
      }
      const claim = known.get(represented)
      if (claim === undefined) {
        this.losses.name('vertex:other', guidOf(vertex), 'Things on a map that are no selection and no note')
        continue
      }
      vertices.set(guidOf(vertex), claim)
      places.set(claim, {
        x: Number(attributeOf(vertex, 'firstX')) || 0,
        y: Number(attributeOf(vertex, 'firstY')) || 0,
      })
    }
    for (const edge of childrenOf(graph, 'Edge')) {
      if (attributeOf(edge, 'representedGUID') !== '') continue
      const [from, to] = [
        vertices.get(guidOf(edge, 'sourceVertex')),
        vertices.get(guidOf(edge, 'targetVertex')),
      ]
      steps.push(...stepOfLink(edge, guidOf(edge), from, to, this.losses))
    }
    return places
  }
}

function nameRest(root: XmlElement, reading: Reading, losses: LossList): void {
  for (const { id } of reading.unusedCodes)
    losses.name('code:unused', id, 'Codes that are used nowhere, kept only in the file')
  for (const id of reading.unusedNotes)
    losses.name('note:other', id, 'Notes of no selection, kept only in the file')
  for (const [list, name, what] of [
    ['Users', 'User', 'Users'],
    ['Cases', 'Case', 'Cases'],
    ['Variables', 'Variable', 'Variables'],
    ['Sets', 'Set', 'Sets'],
  ] as const) {
    for (const element of childrenOf(childOf(root, list), name)) {
      if (reading.isOwn && attributeOf(element, 'name') === CATEGORIES) continue
      losses.name(
        `node:${name}`,
        guidOf(element) || attributeOf(element, 'id'),
        `${what}, kept only in the file`,
      )
    }
  }
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()
