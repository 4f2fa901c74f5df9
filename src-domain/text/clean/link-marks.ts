import type { TextLink } from '../../records/text-link'

// Noncharacters, which Unicode reserves for use inside a program. `withoutMarks` removes them from what was read.
const [START, MIDDLE, END] = ['\uFDD0', '\uFDD1', '\uFDD2']
const MARKS = /[\uFDD0-\uFDD2]/
const PIECES = /([\uFDD0-\uFDD2])/

/** UTF-16 units. Longer addresses are not kept: no page needs them, and programs cut them. */
const LONGEST_ADDRESS = 4000

/** Text from a file without the characters that mark links here. */
export const withoutMarks = (words: string): string => words.replace(/[\uFDD0-\uFDD2]/g, '')

/**
 * Marks words as a link, so that the link survives any change of white space until `unmarked` takes it out. The white
 * space around the words stays outside, and a link over several lines becomes one link for each.
 */
export function markLink(words: string, address: string): string {
  if (address.length > LONGEST_ADDRESS || /\s/.test(address) || MARKS.test(address)) return words
  return words.replace(/[^\s\n](?:[^\n]*[^\s\n])?/g, (line) =>
    withoutAddresses(line) === '' ? line : START + address + MIDDLE + line + END,
  )
}

/** What begins a link whose words are not known yet. `settledLinks` makes it a link once they are. */
export const linkStart = (address: string): string => START + withoutMarks(address) + MIDDLE
export const LINK_END = END

/** Words with the links that were begun and ended in them. One that was not ended, or has another in it, is none. */
export const settledLinks = (words: string): string =>
  words.replace(
    /\uFDD0([^\uFDD0-\uFDD2]*)\uFDD1([^\uFDD0-\uFDD2]*)\uFDD2/g,
    (_, address: string, said: string) => markLink(said, address),
  )

const withoutAddresses = (words: string) => withoutMarks(words.replace(/\uFDD0[^\uFDD0-\uFDD2]*\uFDD1/g, ''))

/** Text without the marks of links, and the links with their places in it. Of links in one another the inner one counts. */
export function unmarked(words: string): { text: string; links: TextLink[] } {
  if (!MARKS.test(words)) return { text: words, links: [] }
  const links: TextLink[] = []
  const open: { address: string; start: number; inner: boolean }[] = []
  const pieces = words.split(PIECES)
  let text = ''
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!
    if (piece === START) {
      // The address follows, then the mark that ends it.
      open.push({ address: pieces[at + 1] ?? '', start: text.length, inner: false })
      at += 2
    } else if (piece === END) {
      const link = open.pop()
      if (!link) continue
      if (!link.inner && text.length > link.start)
        links.push({ start: link.start, end: text.length, address: link.address })
      for (const outer of open) outer.inner = true
    } else if (piece !== MIDDLE) text += piece
  }
  return { text, links }
}
