import type { MatrixLine } from '#domain/matrix/table'

/**
 * Returns a function that gives an equal line as the same object each time, so that a rating renders its own row alone.
 */
export function keepLines(): (lines: readonly MatrixLine[]) => readonly MatrixLine[] {
  let known = new Map<string, { readonly line: MatrixLine; readonly content: string }>()
  return (lines) => {
    const next: typeof known = new Map()
    const kept = lines.map((line) => {
      const content = JSON.stringify(line)
      const before = known.get(line.id)
      const entry = before?.content === content ? before : { line, content }
      next.set(line.id, entry)
      return entry.line
    })
    known = next
    return kept
  }
}
