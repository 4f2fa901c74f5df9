import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { ContractError } from '#api/errors'
import { runCommand } from '#domain/commands/registry'
import { applyPatch, squash, type Patch } from '#domain/patch'
import type { Imported } from '#domain/formats/import/format'
import type { Project } from '#domain/project'
import type { Source } from '#domain/records/source'
import { reasonOf } from '#host/durable-file'
import { env } from '#host/env'
import { ImportProcesses, MOST_AT_ONCE } from '#host/import-process'

/** What became of a file. */
export type FileOutcome =
  | { readonly kind: 'added'; readonly path: string; readonly sources: readonly Source[] }
  | { readonly kind: 'known'; readonly path: string; readonly title: string }
  | { readonly kind: 'failed'; readonly path: string; readonly reason: string }

/** The project with what the files add to it, and the patch that leads there. */
export interface Import {
  readonly project: Project
  readonly patch: Patch
  readonly outcomes: readonly FileOutcome[]
}

/** Reads files into a project. One that cannot be read does not stop the others. */
export async function importFiles(project: Project, paths: readonly string[]): Promise<Import> {
  let current = project
  const patches: Patch[] = []
  const outcomes: FileOutcome[] = []
  const reads = readAhead(paths)
  try {
    await readAll()
  } finally {
    reads.close()
  }
  return { project: current, patch: squash(patches), outcomes }

  async function readAll() {
    for (const path of paths) {
      try {
        const read = intoProject(current, await reads.next(path))
        if ('known' in read) {
          outcomes.push({ kind: 'known', path, title: read.known })
          continue
        }
        const applied = applyPatch(current, read.patch)
        if ('conflict' in applied)
          throw new ContractError('conflict', `It does not fit: ${applied.conflict}.`)
        current = applied.project
        patches.push(read.patch)
        outcomes.push({ kind: 'added', path, sources: sourcesIn(read.patch) })
      } catch (error) {
        if (!(error instanceof ContractError)) throw error
        outcomes.push({ kind: 'failed', path, reason: error.message })
      }
    }
  }
}

/** Reads files in order, each in a process of its own, and the next ones while the one before is dealt with. */
function readAhead(paths: readonly string[]): { next(path: string): Promise<Imported>; close(): void } {
  const processes = new ImportProcesses()
  const rest = paths.values()
  const started = new Map<string, Promise<Imported>>()
  const start = () => {
    const { value: path } = rest.next()
    if (path === undefined) return
    const read = readOne(processes, path)
    // Whoever asks for it hears of its failure; until then it is nobody's.
    read.catch(() => undefined)
    started.set(path, read)
  }
  for (let ahead = 0; ahead < MOST_AT_ONCE; ahead += 1) start()
  return {
    next: async (path) => {
      const read = started.get(path) ?? readOne(processes, path)
      return read.finally(() => {
        started.delete(path)
        start()
      })
    },
    close: () => processes.close(),
  }
}

async function readOne(processes: ImportProcesses, path: string): Promise<Imported> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new ContractError('unreadable', `The file could not be read: ${reasonOf(error)}.`)
  })
  return processes.read(basename(path), bytes)
}

/** The patch that what was read makes, or the title of the article that is there already with the same text. */
function intoProject(project: Project, imported: Imported): { patch: Patch } | { known: string } {
  if (imported.kind === 'article') {
    const twin = [...project.sources.values()].find(({ text }) => text === imported.article.text)
    if (twin) return { known: twin.title }
  }
  if (imported.kind === 'references') {
    throw new ContractError('unsupported', 'It lists references; import it into an open project in the app.')
  }
  const outcome =
    imported.kind === 'article'
      ? runCommand(project, 'source.add', { article: imported.article }, env)
      : runCommand(project, 'project.merge', { file: imported.file }, env)
  if ('refusal' in outcome) throw new ContractError('unsupported', outcome.refusal)
  return outcome
}

const sourcesIn = (patch: Patch): Source[] =>
  patch.flatMap((change) => (change.table === 'sources' && change.to ? [change.to] : []))
