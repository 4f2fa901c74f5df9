/** Inputs in which one types text. */
const TYPED = new Set(['text', 'search', 'url', 'email', 'number', 'date'])

/**
 * Leaves the field of a panel when its key is pressed, so that keys are commands again: Escape in every field, Enter in
 * a field of one line and in one that says `enterkeyhint="done"`. Dialogs handle their own fields. Returns whether it
 * was left.
 */
export function leaveField(event: KeyboardEvent): boolean {
  const { target, key, shiftKey, isComposing } = event
  if (isComposing || !(target instanceof HTMLElement) || target.closest('dialog')) return false
  const isLine = target instanceof HTMLInputElement && TYPED.has(target.type)
  const isText = target instanceof HTMLTextAreaElement
  const leaves =
    key === 'Escape'
      ? isLine || isText || target instanceof HTMLSelectElement
      : key === 'Enter' && !shiftKey && (isLine || (isText && target.enterKeyHint === 'done'))
  if (leaves) target.blur()
  return leaves
}
