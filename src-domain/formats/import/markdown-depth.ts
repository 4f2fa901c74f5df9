import { UnreadableError } from './format'

/** Deeper than any text that a person wrote; what reads it further is recursive, and slow on depth. */
export const DEPTH_LIMIT = 100

const DEEP = 'It is nested too deeply: quotes or lists stand more than 100 deep in one another.'

/** Refuses a text with quotes and lists deeper than a text may be, before a parser takes its time by the depth. */
export function refuseDeep(text: string): void {
  for (const [marks] of text.matchAll(/^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){100,}/gm)) {
    // Hyphens or asterisks alone are a line across the page.
    if (new Set(marks.replace(/\s/g, '')).size > 1 || !/[-*]/.test(marks)) throw tooDeep()
  }
  const indents = new Set<number>()
  for (const [, indent] of text.matchAll(/^([ \t]*)(?:[-+*]|\d{1,9}[.)])[ \t]/gm)) indents.add(indent!.length)
  if (indents.size > DEPTH_LIMIT) throw tooDeep()
}

export const tooDeep = () => new UnreadableError(DEEP)
