import type { Excerpt } from '../../../records/excerpt'
import type { Source } from '../../../records/source'
import { element } from '../../export/picture/svg-xml'
import type { Correspondences } from '../correspondence'
import { CodePoints } from '../offsets'
import type { Element } from '../xml-edits'
import type { Guids } from './guids'
import { plainTextOf, type RefiProject } from './refi-project'
import type { RefiFile } from './refi-file'
import { SelectionOffsets } from './selection-offsets'
import { everyElement, type XmlElement } from '../xml-in'
import { guidOf } from './refi-project'

/** A text of the archive: the element that its selections stand in, and how positions in it are counted. */
interface Text {
  readonly holder: Element
  readonly positionOf: (offset: number) => number
}

/** Changes of the texts of a project that came in. */
export class TextChanges {
  readonly #texts = new Map<string, Text>()
  readonly #new = new Map<string, { source: Source; selections: ReturnType<typeof element>[] }>()
  readonly #changed = new Set<string>()

  constructor(
    private readonly file: RefiFile,
    records: Correspondences,
    project: RefiProject,
    private readonly guids: Guids,
  ) {
    const elements = new Map([...everyElement(project.root)].map((each) => [guidOf(each), each]))
    for (const { id, then, now } of records.of('sources')) {
      const source = file.element(id)
      if (!source) continue
      if (!now) file.removeSource(source)
      else {
        // An article that was in the project before has its own title.
        if (now.added === then.added && now.title !== then.title) file.set(source, 'name', now.title)
        this.#add(source, elements.get(id)!, project, then, now)
      }
    }
    for (const source of records.added('sources')) this.#new.set(source.id, { source, selections: [] })
  }

  /** Whether a passage is where it was when the file came. */
  isUnmoved = (then: Excerpt, now: Excerpt): boolean =>
    then.start === now.start && then.end === now.end && !this.#changed.has(now.source)

  has = (source: string): boolean => this.#texts.has(source)

  /** The positions of a passage as attributes. */
  positions({ source, start, end }: Excerpt): { startPosition: number; endPosition: number } {
    const { positionOf } = this.#texts.get(source) ?? {}
    if (!positionOf) return { startPosition: start, endPosition: end }
    return { startPosition: positionOf(start), endPosition: positionOf(end) }
  }

  /** Adds a selection to its text. */
  select(excerpt: Excerpt, made: (positions: object) => ReturnType<typeof element>): void {
    const text = this.#texts.get(excerpt.source)
    if (text) {
      const before = ['Description', 'PlainTextContent', 'PlainTextSelection']
      this.file.append(text.holder, before, made(this.positions(excerpt)))
      return
    }
    const added = this.#new.get(excerpt.source)
    if (!added) return
    const points = new CodePoints(added.source.text)
    const [startPosition, endPosition] = [points.toPoints(excerpt.start), points.toPoints(excerpt.end)]
    added.selections.push(made({ startPosition, endPosition }))
  }

  /** Adds the articles that are new. */
  finish(): void {
    for (const { source, selections } of this.#new.values()) {
      const guid = this.guids.of('source', source)
      const creatingUser = this.file.user()
      const plainTextPath = this.file.addText(guid, source.text)
      const attributes = {
        guid,
        name: source.title,
        plainTextPath,
        creatingUser,
        creationDateTime: source.added,
      }
      this.file.add('Sources', element('TextSource', attributes, ...selections))
    }
  }

  #add(source: Element, read: XmlElement, project: RefiProject, then: Source, now: Source): void {
    const isPdf = source.name === 'PDFSource'
    const part = isPdf ? source.children.find(({ name }) => name === 'Representation') : source
    const readPart = isPdf ? read.children.find((each) => each.name.endsWith('Representation')) : read
    if (!part || !readPart) return
    let raw = plainTextOf(project, readPart) ?? ''
    const isChanged = now.text !== then.text
    if (isChanged) {
      raw = now.text
      this.file.setText(part, raw)
      this.#changed.add(now.id)
    }
    const starts = (isChanged ? [] : part.children)
      .filter((each) => each.name === 'PlainTextSelection' && !this.file.isMarked(each))
      .map(({ attributes }) => Number(attributes['startPosition']))
    const offsets = new SelectionOffsets(raw, this.file.origin, starts)
    this.#texts.set(now.id, { holder: part, positionOf: (offset) => positionAt(offsets, offset, raw.length) })
  }
}

/** The first position of a file that is at an offset. Positions never run backwards. */
function positionAt(offsets: SelectionOffsets, offset: number, length: number): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (offsets.at(middle) < offset) low = middle + 1
    else high = middle
  }
  return low
}
