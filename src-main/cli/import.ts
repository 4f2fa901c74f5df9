import { access, realpath } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { ContractError } from '#api/errors'
import { freshProjectPath } from '#host/data-folder'
import { reasonOf } from '#host/files/durable-file'
import { recoveryMessage } from '#host/recovery/recovery-messages'
import { ProjectStore } from '#host/store/project-store'
import { newsInWords } from '#domain/newer-file/file-news'
import { SAME_BY } from '#domain/versions/same-article'
import { findArticles } from '../shell/find-articles'
import { importFiles, type FileOutcome } from '../shell/import-files'
import { newProjectFile, titleFor } from '../shell/new-project-file'
import { describeArticle } from './article-line'
import { UsageError, type CliCommand, type Terminal } from './command'
import { DATA_FOLDER_FLAG, dataFolderOf, tellFileState, type FileState } from './file-state'
import { readOptions } from './options'

/** `counterpoint import` */
export const importCommand: CliCommand = {
  name: 'import',
  summary: 'import articles into a new or an existing project file',
  help: `Usage: counterpoint import [--project FILE] [--data-dir DIR] FILES…

Imports articles (text, Markdown, web pages, PDF, Word, EPUB, ODT, RTF), projects, exported
maps and argument maps of other programs into a project. References (BibTeX, RIS, CSL) fill in
missing details of the articles.
FILES may include folders: the articles in them and in their subfolders are imported, in the
order of their names. An article whose text is in the project already is not added again; one
that seems to be there with a different text is added, with a message. A file that cannot be
read does not stop the others; the exit code is then 1. It is also 1 if the project, or one that is
imported, was damaged or lacked changes that were saved; Counterpoint says so again when it next
opens the project.

Prints one line for each article: its title, its number of words and blocks, and the blocks set
aside from the reading flow (headers, footers, captions, pull quotes), which stay in the project.
For a map or project it prints what was added, and what of another program's file no record says.
A newer state of a file of another program is not added beside the earlier one: what is new, changed
and gone in it is carried over and printed. What you changed yourself stays; where the file changed
the same, it is left to decide in the app.

Options:
  --project FILE  the project file to import into; it is created if it does not exist.
                  Without this option a new project is created in the data folder, and its
                  path is printed at the end
  --data-dir DIR  the data folder, if not the default; it contains the histories of projects
  -h, --help      show this help`,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      project: { type: 'string' },
      ...DATA_FOLDER_FLAG,
    })
    if (positionals.length === 0) throw new UsageError('The files to import are missing.')
    const { files, failed } = await collect(positionals, terminal)
    const named = positionals.map((each) => resolve(each))
    const dataFolder = dataFolderOf(values['data-dir'])
    const { path, outcomes, state } =
      values.project === undefined
        ? await start(titleFor(named), files, dataFolder)
        : await putInto(values.project, files, dataFolder)
    for (const outcome of outcomes) tell(outcome, terminal)
    if (path) terminal.say(`The project is ${path}`)
    const code = state ? tellFileState(state, terminal) : 0
    const isHarmed = outcomes.some(({ kind, state: read }) => kind === 'failed' || read?.harmed)
    return failed || isHarmed ? 1 : code
  },
}

/** The files under the paths, without duplicates. */
async function collect(
  paths: readonly string[],
  terminal: Terminal,
): Promise<{ files: string[]; failed: boolean }> {
  const files = new Set<string>()
  let failed = false
  for (const path of paths) {
    try {
      const found = await findArticles(resolve(path))
      for (const file of found.files) files.add(file)
      const names = found.passedOver.map((file) => relative(resolve(path), file))
      if (names.length > 0)
        terminal.say(`Skipped in ${path}, because they are not articles: ${names.join(', ')}`)
      if (found.files.length === 0)
        throw new ContractError('not-found', `There are no articles in the folder “${path}”.`)
    } catch (error) {
      if (!(error instanceof ContractError)) throw error
      failed = true
      terminal.complain(`counterpoint: ${error.message}`)
    }
  }
  return { files: [...files], failed }
}

interface Put {
  readonly path: string | null
  readonly outcomes: readonly FileOutcome[]
  /** The state of an existing file. */
  readonly state?: FileState
}

const nothing: Put = { path: null, outcomes: [] }

/** Imports the files into a new project in the data folder. */
const start = async (title: string, files: readonly string[], dataFolder: string): Promise<Put> =>
  files.length === 0
    ? nothing
    : newProjectFile(title, files, dataFolder, () => freshProjectPath(dataFolder, title))

/** Imports the files into the project file that the user named; the file is created if it does not exist. */
async function putInto(project: string, files: readonly string[], dataFolder: string): Promise<Put> {
  if (files.length === 0) return nothing
  const path = resolve(project)
  if (await isThere(path)) return extend(path, files, dataFolder)
  const folder = await realpath(dirname(path)).catch((error: unknown) => {
    throw new ContractError('not-saved', `The project “${project}” could not be created: ${reasonOf(error)}.`)
  })
  return newProjectFile(titleFor([path]), files, dataFolder, () => join(folder, basename(path)))
}

async function extend(path: string, files: readonly string[], dataFolder: string): Promise<Put> {
  const store = await ProjectStore.open(path, dataFolder)
  const before = store.otherVersions
  try {
    const { patch, outcomes } = await importFiles(store.project, files, dataFolder)
    if (patch.length > 0) await save(store, patch)
    await store.close()
    return { path: store.path, outcomes, state: stateOf(store, before) }
  } finally {
    await store.close()
  }
}

/** What to say about a project's file, with what another program has changed up to the end. */
function stateOf(
  {
    messages,
    harmed,
    otherVersions,
    unwritten,
  }: Pick<ProjectStore, 'messages' | 'harmed' | 'otherVersions' | 'unwritten'>,
  before: readonly string[],
): FileState {
  return {
    messages: [
      ...messages,
      ...otherVersions.map((path) => recoveryMessage.otherVersion(path)),
      ...(unwritten === null ? [] : [unwritten]),
    ],
    harmed: harmed || unwritten !== null || otherVersions.some((path) => !before.includes(path)),
  }
}

async function save(store: ProjectStore, patch: Parameters<ProjectStore['patch']>[1]): Promise<void> {
  await store.patch(store.project.about.revision, patch).catch((error: unknown) => {
    if (!(error instanceof ContractError) || !['not-saved', 'vanished'].includes(error.code)) throw error
    throw new ContractError(
      'not-saved',
      `Nothing was imported and the project was not changed: ${error.message}.`,
    )
  })
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

function tellMerged(
  name: string,
  { words, losses }: NonNullable<Extract<FileOutcome, { kind: 'added' }>['merged']>,
  terminal: Terminal,
): void {
  terminal.say(`${name}: ${words || 'nothing that is not in the project already'}`)
  for (const { what, count } of losses) terminal.say(`  ${what}: ${count}`)
}

/** More lines of one kind than these would hide the others. */
const LINES_TOLD = 20

function tellCarried(
  name: string,
  { earlier, news, losses }: Extract<FileOutcome, { kind: 'carried' }>,
  terminal: Terminal,
): void {
  const said = newsInWords(news) || 'nothing changed'
  terminal.say(
    `${name}: a newer state of “${earlier.fileName}”, imported ${earlier.added.slice(0, 10)}: ${said}`,
  )
  for (const [title, lines] of [
    ['new', news.added],
    ['changed', news.changed],
    ['gone', news.gone],
    ['to decide', news.toDecide],
  ] as const) {
    for (const line of lines.slice(0, LINES_TOLD)) terminal.say(`  ${title}: ${line}`)
    if (lines.length > LINES_TOLD) terminal.say(`  ${title}: ${lines.length - LINES_TOLD} more`)
  }
  for (const { what, count } of losses) terminal.say(`  ${what}: ${count}`)
}

function tell(outcome: FileOutcome, terminal: Terminal): void {
  const name = basename(outcome.path)
  for (const message of outcome.state?.messages ?? [])
    terminal.complain(`counterpoint: “${name}”: ${message}`)
  if (outcome.kind === 'failed')
    terminal.complain(`counterpoint: “${name}” was not imported. ${outcome.reason}`)
  else if (outcome.kind === 'known')
    terminal.say(`“${outcome.title}” is in the project already; it was not added again.`)
  else if (outcome.kind === 'described') terminal.say(`${name}: ${outcome.sentence}`)
  else if (outcome.kind === 'carried') tellCarried(name, outcome, terminal)
  else if (outcome.merged) tellMerged(name, outcome.merged, terminal)
  else for (const source of outcome.sources) terminal.say(describeArticle(source))
  if (outcome.kind !== 'added' || !outcome.like) return
  const { title, by } = outcome.like
  terminal.say(
    `  It seems to be “${title}”, which is in the project already: ${SAME_BY[by]}. Both were kept; in the app you can make one the new version of the other.`,
  )
}
