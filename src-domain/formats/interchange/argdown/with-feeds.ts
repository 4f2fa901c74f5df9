/**
 * A change of a text that is made with line feeds alone, with the line ends and the byte order mark of the text as it came.
 * Undefined if its lines end in different ways.
 */
export function withFeeds(content: string, change: (text: string) => string | undefined): string | undefined {
  const mark = content.startsWith('\uFEFF') ? '\uFEFF' : ''
  const end = content.includes('\r\n') ? '\r\n' : '\n'
  const text = content.slice(mark.length).replaceAll('\r\n', '\n')
  if (text.includes('\r') || mark + text.replaceAll('\n', end) !== content) return undefined
  const changed = change(text)
  return changed === undefined ? undefined : mark + changed.replaceAll('\n', end)
}
