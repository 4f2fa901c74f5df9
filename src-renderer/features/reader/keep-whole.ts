import { DESIGNATION } from '../../ui/designations'

/**
 * Keeps each designation of a block on one line. Browsers end a line at its hyphen, and no style of the whole text
 * prevents it, so each is put into an element of its own. The text stays the same. The block's text must not change
 * afterwards; `ArticleText` is made again for another text.
 */
export function keepWhole(block: HTMLElement): void {
  const { firstChild: text } = block
  if (!(text instanceof Text)) return
  // From the last to the first, so that the positions of the others stay right.
  for (const { 0: found, index } of [...text.data.matchAll(DESIGNATION)].reverse()) {
    const whole = document.createElement('span')
    whole.className = 'designation'
    text.splitText(index + found.length)
    whole.append(text.splitText(index))
    text.after(whole)
  }
}
