import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { ContractError } from '#api/errors'
import type { Outcome } from '#domain/commands/command'
import { runCommand } from '#domain/commands/registry'
import type { Article } from '#domain/records/article'
import { applyPatch, squash, type Patch } from '#domain/document/patch'
import type { Imported } from '#domain/formats/import/format'
import { importFormatOf } from '#domain/formats/import/catalogue'
import type { Project } from '#domain/document/project'
import type { Source } from '#domain/records/source'
import { sameArticle, type SameArticle } from '#domain/versions/same-article'
import { reasonUnread } from '#host/files/durable-file'
import { env } from '#host/env'
import { ImportProcesses, MOST_AT_ONCE } from '#host/import/import-process'

/** What became of a file. */
export type FileOutcome =
  | {
      readonly kind: 'added'
      readonly path: string
      readonly sources: readonly Source[]
      /** An article that was there before and may be the same, and what says so. */
      readonly like?: { readonly title: string; readonly by: SameArticle['by'] } | undefined
    }
  /** References: what they told of articles that are there. */
  | { readonly kind: 'described'; readonly path: string; readonly sentence: string }
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
  const ordered = referencesLast(paths)
  const reads = readAhead(ordered)
  try {
    await readAll()
  } finally {
    reads.close()
  }
  return { project: current, patch: squash(patches), outcomes }

  async function readAll() {
    for (const path of ordered) {
      try {
        const imported = await reads.next(path)
        const read = intoProject(current, imported)
        if ('known' in read) {
          outcomes.push({ kind: 'known', path, title: read.known })
          continue
        }
        const like = imported.kind === 'article' ? likeness(current, imported.article) : undefined
        const applied = applyPatch(current, read.patch)
        if ('conflict' in applied)
          throw new ContractError('conflict', `It does not fit: ${applied.conflict}.`)
        current = applied.project
        patches.push(read.patch)
        outcomes.push(
          imported.kind === 'references'
            ? { kind: 'described', path, sentence: described(read.label, imported) }
            : { kind: 'added', path, sources: sourcesIn(read.patch), like },
        )
      } catch (error) {
        if (!(error instanceof ContractError)) throw error
        outcomes.push({ kind: 'failed', path, reason: error.message })
      }
    }
  }
}

/** References are matched to articles that are there: those of the same call come first. */
const referencesLast = (paths: readonly string[]): string[] => {
  const ofReferences = (path: string) => importFormatOf(basename(path))?.name === 'references'
  return [...paths.filter((path) => !ofReferences(path)), ...paths.filter(ofReferences)]
}

const described = (label: string, { report = [] }: Extract<Imported, { kind: 'references' }>): string =>
  [label, ...report.map(({ what, count }) => `${what}: ${count}`)].join(' · ')

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
    throw new ContractError('unreadable', `The file could not be read: ${reasonUnread(error)}.`)
  })
  return processes.read(basename(path), bytes)
}

function bring(project: Project, imported: Imported): Outcome {
  if (imported.kind === 'article')
    return runCommand(project, 'source.add', { article: imported.article }, env)
  if (imported.kind === 'project') return runCommand(project, 'project.merge', { file: imported.file }, env)
  return runCommand(project, 'references.apply', { references: imported.references }, env)
}

/** The patch that what was read makes, or the title of the article that is there already with the same text. */
function intoProject(
  project: Project,
  imported: Imported,
): { patch: Patch; label: string } | { known: string } {
  if (imported.kind === 'article') {
    const twin = [...project.sources.values()].find(({ text }) => text === imported.article.text)
    if (twin) return { known: twin.title }
  }
  const outcome = bring(project, imported)
  if ('refusal' in outcome) throw new ContractError('unsupported', outcome.refusal)
  return outcome
}

/** The article of the project that is most like this one, if any is. */
function likeness(project: Project, article: Article) {
  const twin = sameArticle(project, article)[0]
  return twin && { title: project.sources.get(twin.source)!.title, by: twin.by }
}

const sourcesIn = (patch: Patch): Source[] =>
  patch.flatMap((change) => (change.table === 'sources' && change.to ? [change.to] : []))
