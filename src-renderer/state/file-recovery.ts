import type { OpenedProject } from '#api/endpoints/opened'
import type { CommandInputs } from '#domain/commands/registry'
import { save } from '#domain/document/save'
import { base64Of } from '../transports/files'
import type { Platform } from '../transports/platform'
import type { Dialog } from './dialog'
import type { Result, Session } from './document/session.svelte'
import type { Merging } from './merging/merging.svelte'
import { versionIn } from './merging/version-merge'
import type { Notices } from './notices.svelte'

/** What these need of the workspace. */
export interface Recovering {
  session: Session | undefined
  dialog: Dialog
  readonly platform: Platform
  readonly notices: Notices
  readonly merging: Merging
  notifyOnError(action: () => Promise<unknown>): Promise<void>
  readonly projects: {
    replace(opened: OpenedProject): Session
    enter(ask: () => Promise<OpenedProject>): Promise<void>
  }
  run<Name extends keyof CommandInputs>(name: Name, input: CommandInputs[Name]): Result
  undo(): void
}

/** Saves the project in this window as a new file, for when its own file cannot be written. */
export async function saveCopy(workspace: Recovering, project = workspace.session?.project): Promise<void> {
  if (!project) return
  const fileName = `${project.about.title} (copy).json`
  await workspace.notifyOnError(async () => {
    const base64 = await base64Of(new Blob([save(project)]))
    await workspace.platform.deliver({ fileName, base64, mediaType: 'application/json' })
  })
}

/** Writes the project to its path again, after the user asked for it. */
export async function saveAgain(workspace: Recovering): Promise<void> {
  const { session } = workspace
  if (!session) return
  await workspace.notifyOnError(async () => {
    await workspace.platform.client.call('project.saveAgain', { key: session.key })
    if (await session.saver.flush())
      workspace.notices.done(`The project is saved as “${session.path}” again.`)
  })
}

/**
 * Opens the project's file again in place of what this window shows. Changes that are not saved are kept: they are applied
 * to the file, or, where the host has refused them, kept in a project of their own. If anything fails, the window stays as
 * it is.
 * @param takeOver whether the user takes over the lock of another machine
 */
export async function readAgain(workspace: Recovering, takeOver = false): Promise<void> {
  const { session, platform } = workspace
  if (!session) return
  const { client } = platform
  await workspace.notifyOnError(async () => {
    const opened = await client.call('project.open', { path: session.path, takeOver })
    try {
      const copy = await keptCopy(workspace, session)
      if (opened.readOnly && session.saver.waiting.length > 0 && !copy)
        throw new Error(opened.readOnly.sentence)
      const { waiting, project } = { waiting: session.saver.waiting, project: session.project }
      const next = workspace.projects.replace(opened)
      if (copy)
        workspace.notices.problem(
          `The project is open as it is in its file. Your version, with the changes that could not be saved, is kept as “${copy}”.`,
        )
      else next.carry(waiting, project)
    } catch (error) {
      await client.call('project.close', { key: opened.key }).catch(() => undefined)
      throw error
    }
    await client.call('project.close', { key: session.key }).catch(() => undefined)
  })
}

/**
 * Keeps the project in this window as a project of its own if the host has refused changes of it.
 * @returns its path; undefined if nothing was refused
 */
async function keptCopy({ platform }: Recovering, session: Session): Promise<string | undefined> {
  const { state, waiting } = session.saver
  if (state.kind !== 'stuck' || !state.isRefused || waiting.length === 0) return undefined
  const { client } = platform
  const { project } = session
  const base64 = await base64Of(new Blob([save(project)]))
  const { key, path } = await client.call('project.openCopy', {
    fileName: `${project.about.title}.json`,
    base64,
  })
  await client.call('project.close', { key })
  if (session.project === project) return path
  throw new Error('The project was changed in the meantime. Nothing was discarded. Reload the file again.')
}

/** Tells the user that another program's version was kept beside the file, and lets the user choose. */
export function offerTheirs(workspace: Recovering, path: string): void {
  workspace.notices.problem(
    `Another program changed the project’s file. Its version was kept as “${path}”, and yours was saved.`,
    { label: 'Merge both versions', run: () => void takeTheirs(workspace, path, mergeTheirs) },
    { label: 'Use the other version', run: () => void takeTheirs(workspace, path, restoreTheirs) },
  )
}

async function takeTheirs(
  workspace: Recovering,
  path: string,
  take: (workspace: Recovering, session: Session, document: string, path: string) => Promise<void> | void,
): Promise<void> {
  const { session } = workspace
  if (!session) return
  await workspace.notifyOnError(async () => {
    const { document } = await workspace.platform.client.call('project.aside', { key: session.key, path })
    if (workspace.session === session) await take(workspace, session, document, path)
  })
}

/** Merges another version of the project, or brings another project that took its place in as a copy. */
async function mergeTheirs(
  workspace: Recovering,
  session: Session,
  file: string,
  path: string,
): Promise<void> {
  const theirs = versionIn(session.project, file)
  if (!theirs) {
    if (workspace.run('project.merge', { file }).done)
      tell(workspace, 'The other version shares nothing with yours. It came in beside it.')
    return
  }
  const merge = await workspace.merging.prepare(session, theirs, path.split(/[\\/]/).at(-1)!)
  if (!merge) return offerTheirs(workspace, path)
  if (workspace.session === session && workspace.run('project.mergeStates', merge.input).done)
    tell(workspace, `Both versions are merged. ${merge.sentence}`)
}

const restoreTheirs = (workspace: Recovering, _session: Session, file: string): void =>
  restoreTold(workspace, file)

/** Changes the open project to a kept state. Undo brings the current state back. */
export async function restore(workspace: Recovering, id: string): Promise<void> {
  const { session } = workspace
  if (!session) return
  await workspace.notifyOnError(async () => {
    await session.saver.flush()
    const { document } = await workspace.platform.client.call('history.read', { key: session.key, id })
    if (workspace.session !== session) return
    workspace.dialog = undefined
    restoreTold(workspace, document)
  })
}

/** Opens a kept state as a new project. */
export function openKept(workspace: Recovering, id: string): Promise<void> {
  const { key = '' } = workspace.session ?? {}
  return workspace.projects.enter(() => workspace.platform.client.call('history.openCopy', { key, id }))
}

function restoreTold(workspace: Recovering, file: string): void {
  if (workspace.run('project.restore', { file }).done) tell(workspace, 'The earlier state is restored.')
}

const tell = (workspace: Recovering, words: string): void =>
  workspace.notices.done(words, { label: 'Undo', run: () => workspace.undo() })
