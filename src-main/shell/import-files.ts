import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { ContractError } from '#api/errors'
import { runCommand } from '#domain/commands/registry'
import { applyPatch, squash, type Patch } from '#domain/patch'
import type { Project } from '#domain/project'
import type { Source } from '#domain/records/source'
import { reasonOf } from '#host/durable-file'
import { env } from '#host/env'
import { readImport } from '#host/import-file'

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
  for (const path of paths) {
    try {
      const read = await readInto(current, path)
      if ('known' in read) {
        outcomes.push({ kind: 'known', path, title: read.known })
        continue
      }
      const applied = applyPatch(current, read.patch)
      if ('conflict' in applied) throw new ContractError('conflict', `It does not fit: ${applied.conflict}.`)
      current = applied.project
      patches.push(read.patch)
      outcomes.push({ kind: 'added', path, sources: sourcesIn(read.patch) })
    } catch (error) {
      if (!(error instanceof ContractError)) throw error
      outcomes.push({ kind: 'failed', path, reason: error.message })
    }
  }
  return { project: current, patch: squash(patches), outcomes }
}

/** The patch that a file makes, or the title of the article that is there already with the same text. */
async function readInto(project: Project, path: string): Promise<{ patch: Patch } | { known: string }> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new ContractError('unreadable', `The file could not be read: ${reasonOf(error)}.`)
  })
  const imported = await readImport(basename(path), bytes)
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
