/**
 * Puts text on the clipboard; answers whether it is there. By the copy event, which needs no permission: the shells grant
 * a page none.
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
