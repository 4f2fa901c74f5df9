import { wordCount, type Source } from '#domain/records/source'

/**
 * An article on one line: title, number of words and blocks, and the blocks set aside from the reading flow, by
 * reason.
 */
export function describeArticle(source: Source): string {
  const aside = new Map<string, number>()
  for (const { role, aside: reason } of source.blocks) {
    if (reason === undefined) continue
    const what = `${role} (${reason})`
    aside.set(what, (aside.get(what) ?? 0) + 1)
  }
  const list = [...aside].map(([what, count]) => `${count} × ${what}`).join(', ')
  const size = `${counted(wordCount(source), 'word')}, ${counted(source.blocks.length, 'block')}`
  return `“${source.title}”: ${size}; set aside: ${list || 'nothing'}`
}

/** A number with its noun, in the plural unless the number is one. */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
