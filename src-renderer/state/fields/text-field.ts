/** A field in which one types text. */
export type TextField = HTMLInputElement | HTMLTextAreaElement

/** Inputs in which one types text. */
const TYPED = new Set(['text', 'search', 'url', 'email', 'tel', 'number', 'date'])

export const isTextField = (target: EventTarget | null): target is TextField =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && TYPED.has(target.type))

/** Whether Enter ends the field: it has one line, or says `enterkeyhint="done"`. */
export const endsWithEnter = (field: TextField): boolean =>
  field instanceof HTMLInputElement || field.getAttribute('enterkeyhint') === 'done'
