import { FIRST_CATEGORIES } from '../../../records/category'
import type { IncomingCategory, IncomingClaim, IncomingSource, IncomingSpan } from '../incoming'
import { LossList } from '../loss-list'
import { placeOf } from '../offsets'
import { attributeOf, localName, type XmlElement } from '../xml-in'
import { codesIn, type Code } from './codes'
import { childOf, childrenOf, guidOf, plainTextOf, wordsIn, type RefiProject } from './refi-project'
import { SelectionOffsets } from './selection-offsets'
import { oursIn, OWN_USER, type Ours } from './own-project'

/** Collects the claims of the selections of a project. */
export class Selections {
  readonly losses = new LossList()
  readonly claims: IncomingClaim[] = []
  readonly sources: IncomingSource[] = []
  readonly used = new Set<string>()
  /** The claim that stands for a selection, by its id: selections of the same words are one. */
  readonly standsFor = new Map<string, string>()
  readonly #ours: Ours
  readonly #codes: ReadonlyMap<string, Code>
  readonly #notes: ReadonlyMap<string, XmlElement>
  readonly #usedNotes = new Set<string>()

  constructor(private readonly project: RefiProject) {
    this.#ours = oursIn(project.root)
    this.#codes = codesIn(project.root)
    this.#notes = new Map(
      childrenOf(childOf(project.root, 'Notes'), 'Note').map((note) => [guidOf(note), note]),
    )
  }

  get unusedCodes(): Code[] {
    return [...this.#codes.values()].filter(({ id }) => !this.used.has(id))
  }

  /** The categories that claims have and codes define. */
  get categories(): IncomingCategory[] {
    const names = new Set(this.claims.map(({ category }) => category))
    return [...this.#codes.values()].flatMap(({ id, category, tag, definition, colour }) => {
      if (category === undefined || tag !== undefined || !names.has(category)) return []
      const name = FIRST_CATEGORIES.find((each) => each.id === category)?.name ?? category
      return [{ id, name, definition, colour }]
    })
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
    // What Counterpoint added to a project of another program counts as the standard says.
    const origin = this.#ours.isMade(element) ? OWN_USER : attributeOf(this.project.root, 'origin')
    const spans = raw === undefined ? [] : this.#textSpans(raw, origin, selections)
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

  #textSpans(raw: string, origin: string, selections: readonly XmlElement[]): IncomingSpan[] {
    // How a program counts is told by its own selections.
    const starts = selections
      .filter((selection) => !this.#ours.isChanged(selection))
      .map((selection) => Number(attributeOf(selection, 'startPosition')))
    const offsets = new SelectionOffsets(raw, origin, starts)
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
      const place = this.#ours.isMade(selection) ? id : `${start} ${end}`
      const known = byPlace.get(place)
      if (known !== undefined) {
        this.#join(known, selection)
        continue
      }
      byPlace.set(place, this.claims.length)
      const isWording =
        name !== '' && (this.#ours.isChanged(selection) || !squeezed(words).includes(squeezed(name)))
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
    if (words === '' && !says && !this.#ours.isChanged(selection)) return []
    const isWording = words === '' || (name !== '' && this.#ours.isChanged(selection))
    this.#add(selection, isWording ? name || `Selection (${kind})` : words)
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

  /** The notes that Counterpoint wrote, which are claims that rest on no passage. */
  ownNotes(): void {
    for (const [id, note] of this.#notes) {
      if (!this.#ours.isChanged(note)) continue
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

  /** The claim of a note that is on a map; undefined if it is no note. */
  noteClaim(id: string): string | undefined {
    const note = this.#notes.get(id)
    if (!note) return undefined
    if (!this.#usedNotes.has(id) || !this.standsFor.has(id))
      this.claims.push({ id, text: plainTextOf(this.project, note)?.trim() || attributeOf(note, 'name') })
    this.standsFor.set(id, id)
    this.#usedNotes.add(id)
    return id
  }
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()
