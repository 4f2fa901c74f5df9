import { untrack } from 'svelte'
import type { Attachment } from 'svelte/attachments'
import type { Fields } from './fields'
import { endsWithEnter, type TextField } from './text-field'

/** What a field edits. */
export interface Editing {
  /** The words that the project has now. */
  readonly value: () => string
  /** Puts the words into the project. Returns false if they were refused; then they stay in the field. */
  readonly commit: (words: string) => boolean
  /**
   * When the words are committed: when the field is left, or also with each letter, so that not even a crash loses a
   * long text. Escape takes them back in both cases.
   */
  readonly commits: 'when left' | 'while typing'
  /** Whether there must be some words. If the field is left empty, it gets the old words back. */
  readonly required?: boolean
  /**
   * Handles a key before the field does. Returns whether it was handled.
   * @param leave commits the words and ends editing; false if they were refused
   */
  readonly onkey?: (event: KeyboardEvent, leave: () => boolean, field: TextField) => boolean
  /** Called once when the field is left, however it is left. A refused text ends nothing. */
  readonly onend?: (() => void) | undefined
}

/**
 * Edits words of the project in a text field, in the one way of the app: what is typed is a draft; Enter (in a field of
 * one line) and leaving the field commit it, Escape cancels it, and words that are refused stay in the field.
 */
export const editField =
  (fields: Fields, editing: Editing): Attachment<TextField> =>
  (field) => {
    const visit = new Visit(fields, editing, field)
    const listening = new AbortController()
    const { signal } = listening
    // At once, so that the words can be selected.
    visit.show(untrack(() => editing.value()))
    // An effect of its own, so that changed words do not end the visit.
    $effect(() => visit.show(editing.value()))
    field.addEventListener('focus', () => visit.begin(), { signal })
    field.addEventListener('input', (event) => visit.type((event as InputEvent).isComposing), { signal })
    field.addEventListener('compositionend', () => visit.type(false), { signal })
    field.addEventListener('keydown', (event) => visit.press(event as KeyboardEvent), { signal })
    field.addEventListener('blur', () => visit.leave(), { signal })
    if (document.activeElement === field) visit.begin()
    return () => {
      listening.abort()
      visit.forget()
    }
  }

/** The time from the focus on a field until it is left. */
class Visit {
  /** The words when the visit began; undefined outside a visit. */
  #first: string | undefined
  /** The typed words; undefined if nothing was typed. */
  #draft: string | undefined
  #forget = (): void => undefined

  constructor(
    private readonly fields: Fields,
    private readonly editing: Editing,
    private readonly field: TextField,
  ) {}

  /** Shows the words of the project, unless others are being typed. */
  show(words: string): void {
    if (this.#draft === undefined && this.field.value !== words) this.field.value = words
  }

  begin(): void {
    this.#first ??= this.#now
  }

  type(isComposing: boolean): void {
    this.begin()
    if (this.#draft === undefined) this.#forget = this.fields.begin({ commit: () => this.leave() })
    this.#draft = this.field.value
    this.#refused(false)
    if (!isComposing && this.editing.commits === 'while typing' && !this.#isMissing) this.#commit()
  }

  press(event: KeyboardEvent): void {
    if (event.isComposing || !this.#handles(event)) return
    event.preventDefault()
    event.stopPropagation()
  }

  #handles(event: KeyboardEvent): boolean {
    if (this.editing.onkey?.(event, () => this.leave(), this.field)) return true
    const isInDialog = this.field.closest('dialog') !== null
    if (event.key === 'Escape') {
      // In a dialog, Escape with nothing to cancel closes the dialog.
      if (isInDialog && this.#draft === undefined) return false
      this.#cancel()
      if (!isInDialog) this.field.blur()
      return true
    }
    if (event.key !== 'Enter' || event.shiftKey || !endsWithEnter(this.field)) return false
    // Refused words keep the focus.
    if (this.leave() && !isInDialog) this.field.blur()
    return true
  }

  /** Takes back what was typed in this visit, also from the project. */
  #cancel(): void {
    const first = this.#first ?? this.#now
    if (this.#now !== first) this.editing.commit(first)
    this.#settle()
  }

  /** Commits the draft and ends the visit. If it is refused, it stays, marked as invalid, and false is returned. */
  leave(): boolean {
    if (this.#first === undefined) return true
    const isDone = this.#commit()
    if (isDone) this.#settle()
    else this.#refused(true)
    return isDone
  }

  /** Returns whether the project has the typed words, or there are none that it should have. */
  #commit(): boolean {
    const words = this.field.value
    if (this.#draft === undefined || words === this.#now || this.#isMissing) return true
    return this.editing.commit(words)
  }

  #settle(): void {
    this.forget()
    this.#first = undefined
    this.show(this.#now)
    this.editing.onend?.()
  }

  /** The field is gone. */
  forget(): void {
    this.#forget()
    this.#draft = undefined
    this.#refused(false)
  }

  get #now(): string {
    return untrack(() => this.editing.value())
  }

  get #isMissing(): boolean {
    return this.editing.required === true && this.field.value.trim() === ''
  }

  #refused(is: boolean): void {
    if (is) this.field.setAttribute('aria-invalid', 'true')
    else this.field.removeAttribute('aria-invalid')
  }
}

/**
 * Notes that a field of a form has words that the form's button has not taken yet: if the window is closed, the user is
 * asked about them.
 */
export const formField =
  (fields: Fields): Attachment<TextField> =>
  (field) => {
    const isDone = () => field.value === field.defaultValue
    let forget: (() => void) | undefined
    const type = () => {
      forget?.()
      forget = isDone() ? undefined : fields.begin({ commit: isDone })
    }
    field.addEventListener('input', type)
    return () => {
      field.removeEventListener('input', type)
      forget?.()
    }
  }
