import type { OpenedProject } from '#api/endpoints/opened'
import { FORMAT } from '#domain/document/project'
import { wholeFile } from '../../transports/files'
import type { Chosen, ImportFile, Platform } from '../../transports/platform'
import type { Session } from '../document/session.svelte'
import type { Notices } from '../notices.svelte'
import type { View } from '../view/view.svelte'
import { Arrivals } from './arrivals'
import type { Importing } from './importing.svelte'
import { importedInWords } from './import-line'

/** What these need of the workspace. */
interface Receiving {
  readonly session: Session | undefined
  readonly start: { readonly importable: readonly string[] } | undefined
  readonly platform: Platform
  readonly notices: Notices
  readonly importing: Importing
  readonly view: View
  readonly projects: {
    create(title: string): Promise<void>
    enter(ask: () => Promise<OpenedProject>): Promise<void>
  }
  notifyOnError(action: () => Promise<unknown>): Promise<void>
}

/**
 * Takes dropped files: imports them into the open project, else opens a project file, else imports articles and files
 * of other programs into a new project.
 */
export async function receive(workspace: Receiving, chosen: Chosen): Promise<void> {
  if (workspace.session) return importFiles(workspace, chosen)
  for (const sentence of chosen.refused) workspace.notices.problem(sentence)
  const project = await projectAmong(chosen.files)
  const files = chosen.files.filter((file) => file !== project)
  if (project) {
    const { client } = workspace.platform
    await workspace.projects.enter(async () => client.call('project.openCopy', await wholeFile(project)))
    if (workspace.session && files.length > 0) await importFiles(workspace, { files, refused: [] })
  } else if (files.length > 0) await importIntoNew(workspace, files)
}

/** Asks for files, and imports them into the open project. */
export const chooseImports = (workspace: Receiving): Promise<void> =>
  workspace.notifyOnError(async () => importFiles(workspace, await chosenIn(workspace)))

/** Asks for articles, and imports them into a new project. */
export const readArticles = (workspace: Receiving): Promise<void> =>
  workspace.notifyOnError(async () => receive(workspace, await chosenIn(workspace)))

const chosenIn = ({ platform, start }: Receiving): Promise<Chosen> =>
  platform.chooseImports(start?.importable ?? [])

/** Imports files into the project. */
async function importFiles(workspace: Receiving, chosen: Chosen): Promise<void> {
  const arrivals = new Arrivals(workspace.view)
  await workspace.importing.run(chosen, { arrived: (result) => arrivals.show(result) })
  showReport(workspace, arrivals)
}

/** Shows the report of an import, or offers it to a user who has turned to something else. */
function showReport({ importing: { lines }, notices, view }: Receiving, { isUndisturbed }: Arrivals): void {
  const show = () => view.select({ type: 'report' })
  if (lines.length === 0) return
  if (isUndisturbed) return show()
  if (view.selection.type === 'report') return
  const isWhole = lines.every(({ outcome }) => outcome !== 'not imported')
  notices[isWhole ? 'done' : 'problem'](`${importedInWords(lines)}.`, { label: 'Show the report', run: show })
}

/** Imports files into a new project, which gets the title of the first. If none can be read, no project is created. */
async function importIntoNew(workspace: Receiving, files: Chosen['files']): Promise<void> {
  const { importing, notices, view, projects } = workspace
  const arrivals = new Arrivals(view)
  const create = async (title: string) => {
    await projects.create(title)
    arrivals.beginHere()
  }
  await importing.run({ files, refused: [] }, { create, arrived: (result) => arrivals.show(result) })
  if (workspace.session) return showReport(workspace, arrivals)
  for (const { fileName, sentence = '' } of importing.lines) notices.problem(`${fileName}: ${sentence}`)
}

/** The first project among files; undefined if there is none. */
async function projectAmong(files: readonly ImportFile[]): Promise<ImportFile | undefined> {
  for (const file of files) if (await isProject(file)) return file
  return undefined
}

/** Bytes at the beginning of a file in which a project names its format. */
const HEAD = 200

/**
 * Whether a file is a project, which other programs' JSON files are not. A file that the host already has for importing
 * is imported.
 */
async function isProject({ fileName, content }: ImportFile): Promise<boolean> {
  if (!(content instanceof Blob)) return false
  if (/\.counterpoint$/i.test(fileName)) return true
  if (!/(?<!\.csl)\.json$/i.test(fileName)) return false
  const head = await content.slice(0, HEAD).text()
  return new RegExp(`^\\uFEFF?\\s*\\{\\s*"format"\\s*:\\s*"${FORMAT}"`).test(head)
}
