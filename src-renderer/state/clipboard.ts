/**
 * Copies text to the clipboard. Returns whether it succeeded. It uses the copy event, which needs no permission: the
 * shells grant none.
 */
export function copyText(text: string): boolean {
  let taken = false
  const oncopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    taken = true
  }
  document.addEventListener('copy', oncopy, { once: true })
  document.execCommand('copy')
  document.removeEventListener('copy', oncopy)
  return taken
}
