import { csvParseRows } from 'd3-dsv'

/** The rows of a CSV text with a header, each by the names of the header in lower case. */
export function csvIn(text: string): ReadonlyMap<string, string>[] {
  const [header = [], ...rest] = csvParseRows(text.replace(/^\uFEFF/, ''))
  const names = header.map((name) => name.trim().toLowerCase())
  return rest.map((row) => new Map(names.map((name, at) => [name, row[at] ?? ''])))
}
