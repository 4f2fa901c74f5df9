import { excerptsByClaim } from '../../../queries/excerpt-index'
import type { Claim } from '../../../records/claim'
import type { Excerpt } from '../../../records/excerpt'
import { isFound } from '../../export/left-out/contents'
import { element, type XmlElement } from '../../export/picture/svg-xml'
import type { Correspondences } from '../correspondence'
import { saysTheSame } from '../says-the-same'
import type { Element } from '../xml-edits'
import type { CodeChanges } from './code-changes'
import type { Guids } from './guids'
import { NoteChanges } from './note-changes'
import { sameClaim } from './refi-elements'
import type { RefiFile } from './refi-file'
import type { TextChanges } from './text-changes'

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Changes of the claims of a project that came in: selections and notes. */
export class ClaimChanges {
  /** The GUID of what stands for a claim, as it is written. */
  readonly standsFor = new Map<string, string>()
  readonly #notes: NoteChanges

  constructor(
    private readonly file: RefiFile,
    private readonly records: Correspondences,
    private readonly codes: CodeChanges,
    private readonly texts: TextChanges,
    private readonly guids: Guids,
  ) {
    this.#notes = new NoteChanges(file)
    this.#compare()
    this.#add()
  }

  #compare(): void {
    const moved = new Set<Element>()
    const passages = new Map(this.records.of('excerpts').map((each) => [each.id, each]))
    const thenOf = new Map<string, { ids: string[]; then: Claim; now: Claim | undefined }>()
    for (const { id, then, now } of this.records.of('claims')) {
      const known = thenOf.get(then.id)
      if (known) known.ids.push(id)
      else thenOf.set(then.id, { ids: [id], then, now })
    }
    for (const { ids, then, now } of thenOf.values()) {
      const elements = ids.flatMap((id) => this.file.element(id) ?? [])
      const [first] = elements
      if (!first) continue
      const left = elements.filter((each) => {
        const passage =
          passages.get(this.file.guidOf(each)) ?? passages.get(this.file.guidOf(samePlace(each, elements)))
        const isKept = now !== undefined && (!passage || this.#isKept(each, passage.then, passage.now, now))
        if (!isKept) this.file.remove(each)
        else if (passage?.now && !this.texts.isUnmoved(passage.then, passage.now)) {
          this.#move(each, passage.now)
          moved.add(each)
        }
        return isKept
      })
      const [now1] = left
      if (!now || !now1) continue
      const known = this.standsFor.get(now.id)
      const guid = now1.attributes['guid'] ?? ''
      if (known !== undefined) {
        // Two claims of the file became one: it rests on the passages of both.
        this.#join(known, guid)
        continue
      }
      this.standsFor.set(now.id, guid)
      const isWhole = now1 === first
      if (!isWhole) {
        this.file.mark(now1)
        for (const other of left.slice(1))
          if (samePlace(other, left) === other) this.#join(guid, other.attributes['guid'] ?? '')
      }
      const isMoved = left.some((each) => moved.has(each))
      if (!isWhole || isMoved || !saysTheSame(this.records, then, now)) this.#change(left, then, now, isWhole)
    }
  }

  /** Whether a selection can say where a passage is now. */
  #isKept(selection: Element, then: Excerpt, now: Excerpt | undefined, claim: Claim): boolean {
    if (now?.claim !== claim.id || !isFound(now) || !this.texts.has(now.source)) return false
    if (selection.name === 'PlainTextSelection' || this.texts.isUnmoved(then, now)) return true
    // Other selections have words without a place: the first such words of the text are meant.
    const words = this.#wordsOf(now)
    return (
      this.records.now.sources.get(now.source)!.text.indexOf(words) === now.start &&
      words.length === now.end - now.start
    )
  }

  #move(selection: Element, excerpt: Excerpt): void {
    if (selection.name === 'PlainTextSelection') {
      const { startPosition, endPosition } = this.texts.positions(excerpt)
      this.file.set(selection, 'startPosition', startPosition)
      this.file.set(selection, 'endPosition', endPosition)
      this.file.mark(selection)
      return
    }
    const words = selection.children.find(({ name }) => name === 'Representation')
    if (words) this.file.setText(words, this.#wordsOf(excerpt))
  }

  /** The words that a selection has itself, as in a PDF. */
  #ownWords(selection: Element): string {
    const words = selection.children.find(({ name }) => name === 'Representation')
    return words ? this.file.textOf(words).trim() : ''
  }

  #wordsOf = ({ source, start, end }: Excerpt): string =>
    (this.records.now.sources.get(source)?.text ?? '').slice(start, end).trim()

  #change(elements: readonly Element[], then: Claim, now: Claim, isWhole: boolean): void {
    const [first] = elements
    if (!first) return
    const together = elements.filter((each) => samePlace(each, elements) === first)
    if (first.name === 'Note') {
      if (now.text !== then.text) this.file.setText(first, now.text)
      const hasMore = !saysTheSame(this.records, { ...then, text: now.text }, now)
      if (!hasMore) return
      this.file.mark(first)
    } else this.#reword(first, now)
    if (now.note !== then.note || !isWhole) this.#notes.set(together, isWhole ? then.note : '', now.note)
    this.codes.set(now, together)
    // A selection without words is a claim only if something is said of it.
    const isSilent = now.note === '' && now.tags.length === 0 && this.#ownWords(first) === ''
    if (isSilent && first.name !== 'PlainTextSelection') this.file.mark(first)
  }

  /** Sets the name of a selection where the wording of its claim would not be read from it. */
  #reword(selection: Element, { id, text }: Claim): void {
    const isText = selection.name === 'PlainTextSelection'
    const [excerpt] = excerptsByClaim(this.records.now).get(id) ?? []
    const words = isText && excerpt ? this.#wordsOf(excerpt) : this.#ownWords(selection)
    const readsAs = (name: string): string => {
      if (words === '') return name
      if (name === '' || !(this.file.isMarked(selection) || isText)) return words
      return this.file.isMarked(selection) || !squeezed(words).includes(squeezed(name)) ? name : words
    }
    if (readsAs(this.file.valueOf(selection, 'name')) === text) return
    this.file.set(selection, 'name', text)
    if (readsAs(text) !== text) this.file.mark(selection)
  }

  #join(first: string, other: string): void {
    this.file.add('Links', sameClaim(this.guids.made(`same ${first} ${other}`), first, other))
  }

  #add(): void {
    const { now } = this.records
    const found = new Map<string, Excerpt[]>()
    const kept = new Set(
      this.records
        .of('excerpts')
        .flatMap(({ id, now: excerpt }) => (excerpt && this.file.element(id) ? [excerpt.id] : [])),
    )
    for (const excerpt of now.excerpts.values())
      if (isFound(excerpt) && !kept.has(excerpt.id))
        found.set(excerpt.claim, [...(found.get(excerpt.claim) ?? []), excerpt])
    for (const claim of now.claims.values()) {
      for (const excerpt of found.get(claim.id) ?? []) this.#select(claim, excerpt)
      if (!this.standsFor.has(claim.id)) this.#note(claim)
    }
  }

  #select(claim: Claim, excerpt: Excerpt): void {
    const guid = this.guids.of('selection', excerpt)
    const first = this.standsFor.get(claim.id)
    if (first === undefined) this.standsFor.set(claim.id, guid)
    else this.#join(first, guid)
    this.texts.select(excerpt, (positions) =>
      element(
        'PlainTextSelection',
        {
          guid,
          name: claim.text,
          ...positions,
          creatingUser: this.file.user(),
          creationDateTime: claim.created,
        },
        ...(first === undefined ? this.#said(claim) : []),
      ),
    )
  }

  /** A claim that rests on no passage is a note. */
  #note(claim: Claim): void {
    const guid = this.guids.of('note', claim)
    this.standsFor.set(claim.id, guid)
    const [description, ...codings] = this.#said(claim)
    const isNote = description?.name === 'Description'
    this.file.add(
      'Notes',
      element(
        'Note',
        { guid, creatingUser: this.file.user(), creationDateTime: claim.created },
        ...(isNote ? [description] : []),
        element('PlainTextContent', {}, claim.text),
        ...(isNote || !description ? codings : [description, ...codings]),
      ),
    )
  }

  #said(claim: Claim): XmlElement[] {
    const note = claim.note === '' ? [] : [element('Description', {}, claim.note)]
    return [...note, ...this.codes.codingsOf(claim)]
  }
}

/** The first selection of the same words, which the reader takes for one with this. */
function samePlace(selection: Element, others: readonly Element[]): Element {
  const place = ({ parent, name, attributes }: Element) => ({
    parent,
    name,
    from: attributes['startPosition'],
    to: attributes['endPosition'],
  })
  const own = place(selection)
  if (own.from === undefined) return selection
  return (
    others.find((each) => {
      const other = place(each)
      return (
        other.parent === own.parent &&
        other.name === own.name &&
        other.from === own.from &&
        other.to === own.to
      )
    }) ?? selection
  )
}
