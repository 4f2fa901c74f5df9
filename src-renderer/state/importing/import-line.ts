import type { Agreement } from '#domain/agreement/agreement'
import { firstUnits } from '#domain/anchoring/pairs'
import type { Imported } from '#domain/formats/import/format'
import type { ImportCommand } from '#domain/importing/decide-import'
import type { Creation } from '#domain/document/patch'
import { addedInWords } from '#domain/importing/import-summary'
import type { Loss } from '#domain/records/origin'
import type { TableName } from '#domain/records/registry'
import { namedBy } from '#domain/text/clean/named-by'
import type { Result } from '../document/session.svelte'

/** The result for one file. */
export interface ImportLine {
  readonly fileName: string
  readonly outcome:
    'added' | 'new version' | 'already in the project' | 'merged' | 'references' | 'not imported'
  /** The source that was created, or that existed already. */
  readonly source?: string | undefined
  /** Why the file was not imported, or another remark. */
  readonly sentence?: string
  /** What a file of another program holds that no record says. */
  readonly losses?: readonly Loss[]
  /** The map and the claims that a file has brought. */
  readonly brought?: { readonly map: string | undefined; readonly claims: readonly string[] }
  /** How the coder of another version and the one here coded the same articles. */
  readonly agreement?: Agreement | undefined
}

const OUTCOMES: Readonly<Record<ImportCommand['name'], ImportLine['outcome']>> = {
  'source.add': 'added',
  'source.newVersion': 'new version',
  'project.merge': 'merged',
  'origin.newVersion': 'new version',
  'references.apply': 'references',
}

/** The title of a project whose first file has none. */
const NEW_PROJECT = 'New project'

/** The title of a project that begins with a file. */
export const projectTitle = (imported: Imported, fileName: string): string =>
  firstUnits(
    (imported.kind === 'article' && imported.article.title.trim()) || (namedBy(fileName) ?? NEW_PROJECT),
    300,
  )

/**
 * The result of the command that adds a file.
 * @param isCopy whether it is a project that shares nothing with the open one
 */
export function lineOf(
  imported: Imported,
  command: ImportCommand['name'],
  result: Result,
  isCopy = false,
): Omit<ImportLine, 'fileName'> {
  const line = result.done
    ? { outcome: OUTCOMES[command], source: result.select?.type === 'source' ? result.select.id : undefined }
    : { outcome: 'not imported' as const, sentence: result.refusal }
  if (imported.kind === 'project') {
    if (!result.done) return line
    const added = addedInWords(result.made)
    const sentence = isCopy
      ? `It shares nothing with this project, so it was added as a copy: ${added}`
      : added
    const outcome = isCopy ? ('added' as const) : line.outcome
    return { ...line, outcome, sentence, losses: imported.report ?? [], brought: broughtBy(result.made) }
  }
  if (imported.kind !== 'references') return line
  const unread = imported.report?.map(({ what, count }) => `${what}: ${count}`) ?? []
  return { ...line, sentence: [result.done ? `${result.label}.` : result.refusal, ...unread].join(' · ') }
}

/** The first map and all claims among the records that a command has made. */
function broughtBy(made: readonly Creation[]): NonNullable<ImportLine['brought']> {
  const idsIn = (table: TableName) => made.flatMap((each) => (each.table === table ? [each.id] : []))
  return { map: idsIn('maps')[0], claims: idsIn('claims') }
}

/** How many of the files were imported, and how many were not. */
export function importedInWords(lines: readonly ImportLine[]): string {
  const failed = lines.filter(({ outcome }) => outcome === 'not imported').length
  const files = lines.length === 1 ? 'file' : 'files'
  return `${lines.length - failed} of ${lines.length} ${files} imported${failed > 0 ? `, ${failed} failed` : ''}`
}
