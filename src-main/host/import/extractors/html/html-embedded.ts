/**
 * A picture, font or the like that is written into a page as Base64, of some length, within an attribute or a style. Only
 * between quotes may it have white space.
 */
const EMBEDDED =
  /(?:(?<=["'])data:[\w.+-]+\/[\w.+-]+(?:;[\w.+=-]+)*;base64,[A-Za-z0-9+/_%\s-]{1000,}|(?<=[=(,\s])data:[\w.+-]+\/[\w.+-]+(?:;[\w.+=-]+)*;base64,[A-Za-z0-9+/_%-]{1000,})={0,2}/gi

/** What stands for the content of an embedded file. */
const LEFT_OUT = 'data:,'

/**
 * A page's source without the files that are written into it, which no text needs: they can be a hundred times as long as
 * the article.
 * @returns `count`: how many were left out
 */
export function withoutEmbedded(source: string): { source: string; count: number } {
  let count = 0
  if (!source.includes(';base64,')) return { source, count }
  const kept = source.replace(EMBEDDED, () => {
    count++
    return LEFT_OUT
  })
  return { source: kept, count }
}
