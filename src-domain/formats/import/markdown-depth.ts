import { UnreadableError } from './format'

/** The deepest nesting that is read. Nobody writes deeper, and the parser is recursive and slow on deep nesting. */
export const DEPTH_LIMIT = 100

const DEEP = 'It is nested too deeply: quotes or lists are nested more than 100 deep.'

/**
 * Checks the nesting of quotes and lists before the text is parsed.
 * @throws UnreadableError if it is deeper than `DEPTH_LIMIT`
 */
export function refuseDeep(text: string): void {
  for (const [marks] of text.matchAll(/^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){100,}/gm)) {
    // A row of hyphens or asterisks is a thematic break, not nested lists.
    if (new Set(marks.replace(/\s/g, '')).size > 1 || !/[-*]/.test(marks)) throw tooDeep()
  }
  const indents = new Set<number>()
  for (const [, indent] of text.matchAll(/^([ \t]*)(?:[-+*]|\d{1,9}[.)])[ \t]/gm)) indents.add(indent!.length)
  if (indents.size > DEPTH_LIMIT) throw tooDeep()
}

export const tooDeep = () => new UnreadableError(DEEP)
