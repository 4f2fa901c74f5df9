import { element } from '../../export/picture/svg-xml'
import type { Element } from '../xml-edits'
import type { RefiFile } from './refi-file'

/** Changes of the notes of claims: descriptions of selections, and notes that they refer to. */
export class NoteChanges {
  constructor(private readonly file: RefiFile) {}

  /**
   * Sets the note of a claim in its elements.
   * @param before as it was read from them: the description of the first, then what the others and their notes say
   */
  set(elements: readonly Element[], before: string, note: string): void {
    const [first] = elements
    if (!first) return
    const description = descriptionOf(first)
    const rest = without(before, description)
    if (note === rest) this.#describe(first, '')
    else if (rest === '') this.#describe(first, note)
    else if (note.endsWith(`\n\n${rest}`)) this.#describe(first, note.slice(0, -rest.length - 2))
    else if (!this.#setNote(elements, description, note)) {
      this.#describe(first, note)
      for (const each of elements) {
        if (each !== first) this.#describe(each, '')
        for (const ref of refsIn(each)) this.file.remove(ref)
      }
    }
  }

  /** Sets the words of the one note that the elements refer to, if nothing else refers to it. */
  #setNote(elements: readonly Element[], description: string, text: string): boolean {
    const [ref, ...others] = elements.flatMap(refsIn)
    const note = ref && this.file.element(this.file.guidOf(ref, 'targetGUID'))
    if (!note || others.length > 0 || elements.length > 1) return false
    if (this.file.pointersTo(this.file.guidOf(note)) > 1) return false
    const name = note.attributes['name'] ?? ''
    const head = [description === '' ? '' : `${description}\n\n`, name === '' ? '' : `${name}\n`].join('')
    if (!text.startsWith(head) || text.length === head.length) return false
    this.file.setText(note, text.slice(head.length))
    return true
  }

  #describe(each: Element, text: string): void {
    const known = each.children.find(({ name }) => name === 'Description')
    if (known && text === '') this.file.remove(known)
    else if (known) this.file.fill(known, text)
    else if (text !== '') this.file.append(each, [], element('Description', {}, text))
  }
}

const descriptionOf = (each: Element): string =>
  each.children.find(({ name }) => name === 'Description')?.words.trim() ?? ''

const refsIn = (each: Element): Element[] => each.children.filter(({ name }) => name === 'NoteRef')

/** A note without the description that it begins with. */
function without(note: string, description: string): string {
  if (description === '') return note
  return note.startsWith(`${description}\n\n`) ? note.slice(description.length + 2) : ''
}
