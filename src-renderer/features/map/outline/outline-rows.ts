import type { OutlineRow } from '#domain/argument/outline'
import type { Project } from '#domain/document/project'
import { RELATION_LOOKS } from '#domain/vocabulary/palette'
import { relationWord } from '#domain/records/relation'

/** Whether there are lines below the one at that index. */
export const hasUnder = (rows: readonly OutlineRow[], index: number): boolean =>
  (rows[index + 1]?.level ?? 0) > rows[index]!.level

/** The visible lines while some are closed. */
export function openRows(rows: readonly OutlineRow[], closed: ReadonlySet<string>): OutlineRow[] {
  let above = Infinity
  return rows.filter(({ key, level }) => {
    if (level > above) return false
    above = closed.has(key) ? level : Infinity
    return true
  })
}

/** The lines above a line in the hierarchy, the nearest first. */
export function linesAbove(rows: readonly OutlineRow[], index: number): OutlineRow[] {
  const above: OutlineRow[] = []
  let { level } = rows[index]!
  for (let at = index - 1; at >= 0 && level > 1; at--) {
    if (rows[at]!.level >= level) continue
    above.push(rows[at]!)
    level = rows[at]!.level
  }
  return above
}

/** The sign before a line for its relation to the line above; empty for a conclusion. */
export const signOf = ({ relation }: OutlineRow): string =>
  relation ? RELATION_LOOKS[relation.kind].sign : ''

/** The accessible name of a line. */
export function sayingOf(project: Project, row: OutlineRow, number?: number): string {
  const { relation, claim, reference } = row
  const verb = relation ? `${relationWord(relation)}: ` : ''
  const said = project.claims.get(claim ?? '')
  const words = said ? `${said.text}${said.unstated ? ' (unstated)' : ''}` : 'linked premises'
  const numbered = number === undefined ? '' : `${number}. `
  return `${verb}${numbered}${words}${reference ? ' (shown in full elsewhere)' : ''}`
}
