import { basename } from 'node:path'
import { ContractError } from '#api/errors'
import { runCommand } from '#domain/commands/registry'
import { save } from '#domain/document/save'
import { applyPatch, squash, type Patch } from '#domain/document/patch'
import type { Imported } from '#domain/formats/import/format'
import { choiceUnattended, decideImport, decideTwin } from '#domain/importing/decide-import'
import { addedInWords } from '#domain/importing/import-summary'
import { readNewer, type ReadAgain } from '#domain/importing/newer-file'
import { importOrder } from '#domain/importing/import-order'
import type { Project } from '#domain/document/project'
import type { FileNews } from '#domain/newer-file/file-news'
import type { Loss } from '#domain/records/origin'
import type { Source } from '#domain/records/source'
import type { SameArticle } from '#domain/versions/same-article'
import { env } from '#host/env'
import { ImportProcesses, MOST_AT_ONCE } from '#host/import/import-process'
import { ownProject } from './own-project'
import { contentWithinLimit } from './read-within-limit'
import { textBeside, textPathBeside } from './text-beside'

/** What happened to a file, and what is known of the state of a project's file. */
export type FileOutcome = Happened & { readonly state?: FileState | undefined }

/** What to say about the file of a project. */
interface FileState {
  readonly messages: readonly string[]
  /** Whether anything is damaged, missing or left out. */
  readonly harmed: boolean
}

type Happened =
  | {
      readonly kind: 'added'
      readonly path: string
      readonly sources: readonly Source[]
      /** What was added, in words, if the file is a map or a project; with what no record says of a file of another program. */
      readonly merged?: { readonly words: string; readonly losses: readonly Loss[] } | undefined
      /** An existing article that may be the same, and the reason. */
      readonly like?: { readonly title: string; readonly by: SameArticle['by'] } | undefined
    }
  /** A newer state of a file of another program: its changes were carried over. */
  | {
      readonly kind: 'carried'
      readonly path: string
      readonly earlier: { readonly fileName: string; readonly added: string }
      readonly news: FileNews
      readonly losses: readonly Loss[]
    }
  /** References: the articles that they describe. */
  | { readonly kind: 'described'; readonly path: string; readonly sentence: string }
  | { readonly kind: 'known'; readonly path: string; readonly title: string }
  | { readonly kind: 'failed'; readonly path: string; readonly reason: string }

/** The project after the import, and the patch that leads to it. */
export interface Import {
  readonly project: Project
  readonly patch: Patch
  readonly outcomes: readonly FileOutcome[]
}

/**
 * Imports files into a project. A file that cannot be read does not stop the others. A project comes with the changes
 * beside its file.
 * @param dataFolder the folder with the projects' histories, from which a damaged project is read
 */
export async function importFiles(
  project: Project,
  paths: readonly string[],
  dataFolder: string,
): Promise<Import> {
  let current = project
  const patches: Patch[] = []
  const outcomes: FileOutcome[] = []
  const texts = textsOfAnnotations(paths)
  const ordered = importOrder(paths, (path) => basename(path)).filter((path) => !texts.has(path))
  const reads = readAhead(ordered, texts, dataFolder)
  try {
    for (const path of ordered) {
      try {
        const { imported, state } = await reads.next(path)
        const carried = await carriedOver(current, path, imported, reads.again)
        const { outcome, patch } = carried ?? intoProject(current, path, imported)
        current = after(current, patch)
        patches.push(patch)
        outcomes.push({ ...outcome, state })
      } catch (error) {
        if (!(error instanceof ContractError)) throw error
        outcomes.push({ kind: 'failed', path, reason: error.message })
      }
    }
  } finally {
    reads.close()
  }
  return { project: current, patch: squash(patches), outcomes }
}

/** The chosen texts that belong to chosen files of annotations, which are read together. */
const textsOfAnnotations = (paths: readonly string[]): ReadonlySet<string> => {
  const chosen = new Set(paths)
  return new Set(paths.flatMap((path) => textPathBeside(path) ?? []).filter((path) => chosen.has(path)))
}

/** Carries the project over to a newer state of a file that is in it; undefined if the file is none. */
async function carriedOver(
  project: Project,
  path: string,
  read: Imported,
  again: (file: ReadAgain) => Promise<Imported>,
): Promise<{ outcome: FileOutcome; patch: Patch } | undefined> {
  const found = await readNewer(project, read, again)
  if (found?.imported.kind !== 'project') return undefined
  const { imported, newer } = found
  const { origin, before, news } = newer
  const ran = runCommand(
    project,
    'origin.newVersion',
    { origin: origin.id, before, file: imported.file },
    env,
  )
  if ('refusal' in ran) throw new ContractError('unsupported', ran.refusal)
  const { fileName, added } = origin
  const losses = imported.report ?? []
  return { outcome: { kind: 'carried', path, earlier: { fileName, added }, news, losses }, patch: ran.patch }
}

/** Decides what to do with a file's content, and makes the patch for it. */
function intoProject(
  project: Project,
  path: string,
  imported: Imported,
): { outcome: FileOutcome; patch: Patch } {
  const decision = decideImport(project, imported)
  const isTwin = decision.kind === 'ask'
  const settled = isTwin ? decideTwin(decision, choiceUnattended(project, decision)) : decision
  if (settled.kind === 'keep') {
    const title = project.sources.get(settled.source)?.title ?? ''
    return { outcome: { kind: 'known', path, title }, patch: [] }
  }
  const { name, input } = settled.command
  const ran = runCommand(project, name, input, env)
  if ('refusal' in ran) throw new ContractError('unsupported', ran.refusal)
  const { patch, label } = ran
  if (imported.kind === 'references')
    return { outcome: { kind: 'described', path, sentence: described(label, imported) }, patch }
  const like = isTwin ? likeness(project, decision.twins[0]) : undefined
  const merged =
    imported.kind === 'project' ? { words: addedInWords(patch), losses: imported.report ?? [] } : undefined
  return { outcome: { kind: 'added', path, sources: sourcesIn(patch), merged, like }, patch }
}

function after(project: Project, patch: Patch): Project {
  const applied = applyPatch(project, patch)
  if ('conflict' in applied) throw new ContractError('conflict', `It does not fit: ${applied.conflict}.`)
  return applied.project
}

const likeness = (project: Project, { source, by }: SameArticle) => ({
  title: project.sources.get(source)?.title ?? '',
  by,
})

const described = (label: string, { report = [] }: Extract<Imported, { kind: 'references' }>): string =>
  [label, ...report.map(({ what, count }) => `${what}: ${count}`)].join(' · ')

/** Reads files in order, each in a process of its own. Later files are read while an earlier one is imported. */
function readAhead(
  paths: readonly string[],
  texts: ReadonlySet<string>,
  dataFolder: string,
): {
  next(path: string): Promise<ReadFile>
  again(file: ReadAgain): Promise<Imported>
  close(): void
} {
  const processes = new ImportProcesses()
  const rest = paths.values()
  const started = new Map<string, Promise<ReadFile>>()
  const start = () => {
    const { value: path } = rest.next()
    if (path === undefined) return
    const read = readOne(processes, path, texts, dataFolder)
    // `next` reports a failure. Without this, Node ends the program when a file fails before `next` asks for it.
    read.catch(() => undefined)
    started.set(path, read)
  }
  for (let ahead = 0; ahead < MOST_AT_ONCE; ahead += 1) start()
  return {
    next: async (path) => {
      const read = started.get(path) ?? readOne(processes, path, texts, dataFolder)
      return read.finally(() => {
        started.delete(path)
        start()
      })
    },
    again: ({ fileName, text, format, hash, choices, beside }) =>
      processes.read(fileName, Buffer.from(text, 'utf8'), undefined, {
        as: format,
        again: { hash, choices },
        beside: beside === undefined ? undefined : Buffer.from(beside, 'utf8'),
      }),
    close: () => processes.close(),
  }
}

interface ReadFile {
  readonly imported: Imported
  /** The state of a project's file. */
  readonly state?: FileState | undefined
}

async function readOne(
  processes: ImportProcesses,
  path: string,
  texts: ReadonlySet<string>,
  dataFolder: string,
): Promise<ReadFile> {
  const own = await ownProject(path, dataFolder)
  const content =
    own && !own.isAsInFile ? Buffer.from(save(own.project), 'utf8') : await contentWithinLimit(path)
  const beside = texts.has(textPathBeside(path) ?? '') ? await textBeside(path) : undefined
  return { imported: await processes.read(basename(path), content, undefined, { beside }), state: own }
}

const sourcesIn = (patch: Patch): Source[] =>
  patch.flatMap((change) => (change.table === 'sources' && change.to ? [change.to] : []))
