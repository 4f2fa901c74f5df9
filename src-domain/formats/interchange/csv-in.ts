import { csvParseRows } from 'd3-dsv'

/** The rows of a CSV text with a header, each by the names of the header in lower case. Blank lines are no rows. */
export function csvIn(text: string): ReadonlyMap<string, string>[] {
  const [header = [], ...rest] = csvParseRows(text.replace(/^\uFEFF/, ''))
  const names = header.map((name) => name.trim().toLowerCase())
  const rows = rest.filter((row) => row.length > 1 || row[0]?.trim() !== '')
  return rows.map((row) => new Map(names.map((name, at) => [name, row[at] ?? ''])))
}
