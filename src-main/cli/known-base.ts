import { realpath } from 'node:fs/promises'
import { load, parse } from '#domain/document/load'
import type { Descent } from '#domain/merge/lineage'
import { areRelated } from '#domain/merge/merge-projects'
import type { Side } from '#domain/merge/merge-record'
import { contentHash } from '#host/files/durable-file'
import { commonState } from '#host/history/common-state'
import { GenerationStore } from '#host/history/version-history'
import { refuseTooManyBytes } from '#host/store/decode-project'
import { readNamed } from '../shell/read-named'
import type { ReadProject } from '../shell/read-project'
import { unreadable } from '../shell/unreadable'

/** A common state that was found in the history of one file. */
interface KnownBase {
  readonly base: ReadProject
  /** The file that names the state, but in whose history it was not found. */
  readonly namedBy: Side
}

/**
 * The last common state, from the history of either file on this machine. Undefined if neither has one that the other
 * goes back to.
 * @param mine the path of a project's file
 * @param theirs the path of the other file, with its project
 */
export async function knownBase(
  mine: string,
  theirs: string,
  { project }: ReadProject,
  dataFolder: string,
): Promise<KnownBase | undefined> {
  for (const [one, other, namedBy] of [
    [mine, theirs, 'theirs'],
    [theirs, mine, 'mine'],
  ] as const) {
    const history = GenerationStore.of(dataFolder, await realPathOf(one))
    const text = await commonState(history, await descentOf(other))
    const loaded = text === undefined ? undefined : load(text)
    // A file can name a state that it does not come from.
    if (loaded?.ok && areRelated(loaded.project, project))
      return {
        base: { project: loaded.project, migratedFrom: undefined, messages: [], harmed: false },
        namedBy,
      }
  }
  return undefined
}

const realPathOf = (path: string): Promise<string> =>
  realpath(path).catch((error: unknown) => {
    throw unreadable(path, error)
  })

async function descentOf(path: string): Promise<Descent> {
  const bytes = await readNamed(path, refuseTooManyBytes)
  const parsed = parse(bytes.toString('utf8'))
  const {
    revision,
    modified,
    lineage = [],
  } = parsed.ok ? parsed.project.about : { revision: 0, modified: '' }
  return { sha256: contentHash(bytes), revision, modified, lineage }
}
