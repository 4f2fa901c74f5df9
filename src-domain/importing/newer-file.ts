import { load } from '../document/load'
import { textBesideOf } from '../document/origins'
import type { Env, Project } from '../document/project'
import { interchangeOf, type InterchangeName } from '../formats/interchange/catalogue'
import { readChoicesIn, type ReadChoices } from '../formats/interchange/choices'
import type { Imported } from '../formats/import/format'
import { filePreview } from './file-preview'
import { carryFile } from '../newer-file/carry-file'
import { fileNews, type FileNews } from '../newer-file/file-news'
import { isNewerState, olderOrigins } from '../newer-file/older-origin'
import type { Origin } from '../records/origin'

/** The content of a file of another program that is read once more. */
export interface ReadAgain {
  readonly fileName: string
  readonly text: string
  readonly format: InterchangeName
  /** The ids of its records begin with it. */
  readonly hash: string
  readonly choices: ReadChoices
  /** The text beside it, for formats that keep text and annotations apart. */
  readonly beside?: string | undefined
}

/** A file of another program that is a newer state of one in the project. */
export interface NewerFile {
  readonly origin: Origin
  /** What a reader makes of the content of `origin`. */
  readonly before: string
  readonly news: FileNews
}

/**
 * Finds the file in the project of which an imported one is a newer state, and reads both as the user has chosen for the
 * earlier one. Undefined if there is none, or if the earlier one can no longer be read.
 * @returns it with the newer file as it is read with those choices
 */
export async function readNewer(
  project: Project,
  imported: Imported,
  read: (again: ReadAgain) => Promise<Imported>,
): Promise<{ imported: Imported; choices: ReadChoices; newer: NewerFile } | undefined> {
  if (imported.kind !== 'project' || project.origins.size === 0) return undefined
  const later = load(imported.file)
  if (!later.ok) return undefined
  for (const origin of olderOrigins(project, later.project)) {
    const found = await asNewer(project, origin, { imported, later: later.project }, read)
    if (found) return found
  }
  return undefined
}

async function asNewer(
  project: Project,
  origin: Origin,
  { imported, later }: { imported: Extract<Imported, { kind: 'project' }>; later: Project },
  read: (again: ReadAgain) => Promise<Imported>,
): ReturnType<typeof readNewer> {
  const format = interchangeOf(origin.format)?.name
  if (!format) return undefined
  const choices = readChoicesIn(origin.choices)
  const { fileName, content: text } = origin
  const again = { fileName, text, format, hash: 'then', choices, beside: textBesideOf(project, origin) }
  // A later Counterpoint may refuse what an earlier one has read.
  const before = await read(again).catch(() => undefined)
  const earlier = before?.kind === 'project' ? load(before.file) : undefined
  if (before?.kind !== 'project' || !earlier?.ok || !isNewerState(earlier.project, later)) return undefined
  const own = filePreview(imported.file)?.again
  const isChosen = own !== undefined && Object.keys(choices).length > 0
  const now = isChosen ? await read({ ...own, choices }).catch(() => imported) : imported
  if (now.kind !== 'project') return undefined
  const news = newsOf(project, { origin, before: before.file }, now.file)
  return (
    news && { imported: now, choices: isChosen ? choices : {}, newer: { origin, before: before.file, news } }
  )
}

/** What a file of another program would change as a newer state of one in the project. */
export function newsOf(
  project: Project,
  { origin, before }: Pick<NewerFile, 'origin' | 'before'>,
  file: string,
): FileNews | undefined {
  const [earlier, later] = [load(before), load(file)]
  if (!earlier.ok || !later.ok) return undefined
  const states = { earlier: earlier.project, later: later.project }
  return fileNews(carryFile(project, origin, states, previewEnv()))
}

/** Ids and times that no project gets. */
function previewEnv(): Env {
  let count = 0
  return { newId: () => `preview ${++count}`, now: () => '2000-01-01T00:00:00.000Z' }
}
