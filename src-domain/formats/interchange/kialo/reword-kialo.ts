import type { Reworded } from '../unchanged'
import { kialoWords } from './kialo-words'

const LINE = /^(\d+(?:\.\d+)*)\. +(Pro: *|Con: *)?/

/** A discussion with other wordings of some claims; undefined if a claim has links, whose addresses would be lost. */
export function rewordKialo(content: string, claims: ReadonlyMap<string, Reworded>): string | undefined {
  const left = new Map(claims)
  const end = content.includes('\r\n') ? '\r\n' : '\n'
  const again: string[] = []
  let replaced: string[] | undefined
  for (const line of content.split(/\r\n?|\n/)) {
    const [head, number = ''] = LINE.exec(line) ?? []
    if (head === undefined) {
      // Further lines of a claim go with its words; blank ones after it stay.
      if (!replaced || line.trim() === '') again.push(line)
      else replaced.push(line)
      continue
    }
    if (replaced?.some(hasLink)) return undefined
    const change = left.get(number)
    replaced = change && [line]
    left.delete(number)
    again.push(change ? `${head}${kialoWords(change.now, head.trim().endsWith(':') ? head : '')}` : line)
  }
  return left.size === 0 && !replaced?.some(hasLink) ? again.join(end) : undefined
}

const hasLink = (line: string): boolean => /(?<!\\)\[[^\]\n]*\]\(/.test(line)
