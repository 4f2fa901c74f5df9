import { FieldHistory, type FieldState } from './field-history'
import { isTextField, type TextField } from './text-field'

/** Words in a field that are not in the project yet. */
export interface Draft {
  /** Puts the words into the project. Returns false if they were refused or cannot be put there yet. */
  commit(): boolean
}

const stateOf = ({ value, selectionStart, selectionEnd }: TextField): FieldState => ({
  text: value,
  start: selectionStart ?? value.length,
  end: selectionEnd ?? value.length,
})

/**
 * All text fields of the page: what was typed in them and is not in the project yet, their undo histories, and the keys
 * that belong to an input method.
 */
export class Fields {
  readonly #drafts = new Set<Draft>()
  readonly #histories = new WeakMap<TextField, FieldHistory>()

  /** Follows the fields of a window. Returns a function that ends this. */
  follow(window: Window): () => void {
    const ending = new AbortController()
    const options = { capture: true, signal: ending.signal }
    window.addEventListener('keydown', leaveToInputMethod, options)
    window.addEventListener('focusin', ({ target }) => this.#before(target), options)
    window.addEventListener('beforeinput', (event) => this.#beforeInput(event), options)
    window.addEventListener('input', (event) => this.#after(event), options)
    window.addEventListener('compositionend', ({ target }) => this.#historyOf(target)?.endStep(), options)
    return () => ending.abort()
  }

  /** Notes a draft. Returns a function that forgets it. */
  begin(draft: Draft): () => void {
    this.#drafts.add(draft)
    return () => void this.#drafts.delete(draft)
  }

  /** Puts all typed words into the project. Returns whether none are left over. */
  commit(): boolean {
    for (const draft of [...this.#drafts]) if (draft.commit()) this.#drafts.delete(draft)
    return this.#drafts.size === 0
  }

  /** Takes back the last change in the focused field. Returns false if the focus is in no field. */
  undo = (): boolean => this.#travel((history) => history.undo(), 'historyUndo')

  redo = (): boolean => this.#travel((history) => history.redo(), 'historyRedo')

  get focused(): TextField | undefined {
    const { activeElement } = document
    return isTextField(activeElement) && !activeElement.readOnly ? activeElement : undefined
  }

  #travel(go: (history: FieldHistory) => FieldState | undefined, inputType: string): boolean {
    const field = this.focused
    if (!field) return false
    this.#before(field)
    const history = this.#histories.get(field)
    const state = history && go(history)
    if (!state) return true
    field.value = state.text
    if (field.selectionStart !== null) field.setSelectionRange(state.start, state.end)
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType }))
    return true
  }

  #historyOf(target: EventTarget | null): FieldHistory | undefined {
    return isTextField(target) ? this.#histories.get(target) : undefined
  }

  #before(target: EventTarget | null): void {
    if (!isTextField(target)) return
    const history = this.#histories.get(target)
    if (history) history.before(stateOf(target))
    else this.#histories.set(target, new FieldHistory(stateOf(target)))
  }

  /** The browser's own Undo, from its context menu, would take back a change in another field. */
  #beforeInput(event: InputEvent): void {
    if (event.inputType === 'historyUndo' || event.inputType === 'historyRedo') {
      event.preventDefault()
      void (event.inputType === 'historyUndo' ? this.undo() : this.redo())
    } else this.#before(event.target)
  }

  #after(event: Event): void {
    const inputType = event instanceof InputEvent ? event.inputType : ''
    if (!isTextField(event.target) || inputType.startsWith('history')) return
    this.#historyOf(event.target)?.after(stateOf(event.target), inputType)
  }
}

/** While an input method composes, its keys belong to it: Enter takes the composed words and ends no field. */
function leaveToInputMethod(event: KeyboardEvent): void {
  if (event.isComposing && isTextField(event.target)) event.stopImmediatePropagation()
}
