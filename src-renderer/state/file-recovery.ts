import { save } from '#domain/document/save'
import { base64Of } from '../transports/files'
import type { Desk } from './workspace.svelte'

/** What is in this window leaves as a file of its own, wherever the project's own file is stuck. */
export async function saveCopy(desk: Desk): Promise<void> {
  const { project } = desk.session ?? {}
  if (!project) return
  const fileName = `${project.about.title} (copy).json`
  await desk.attempt(async () => {
    const base64 = await base64Of(new Blob([save(project)]))
    await desk.platform.deliver({ fileName, base64, mediaType: 'application/json' })
  })
}

/** Writes the project where its file has vanished, because the user wants it there again. */
export async function saveAgain(desk: Desk): Promise<void> {
  const { session } = desk
  if (!session) return
  await desk.attempt(async () => {
    await desk.platform.client.call('project.saveAgain', { key: session.key })
    if (await session.saver.flush()) desk.notices.done(`The project is saved as “${session.path}” again.`)
  })
}

/** Lets go of what this window has, and reads the project's file as it is now. */
export async function readAgain(desk: Desk): Promise<void> {
  const { session } = desk
  if (!session) return
  session.saver.stop()
  await desk.platform.client.call('project.close', { key: session.key }).catch(() => undefined)
  desk.session = undefined
  await desk.open(session.path)
}

/** Both what another program made of the file and what is here are kept; the user says which is to stand. */
export function offerTheirs(desk: Desk, path: string): void {
  desk.notices.problem(
    `Another program had changed the project’s file. Its version was kept as “${path}”, yours was saved.`,
    { label: 'Merge theirs into yours', run: () => void takeTheirs(desk, path, 'project.merge') },
    { label: 'Use theirs', run: () => void takeTheirs(desk, path, 'project.restore') },
  )
}

async function takeTheirs(desk: Desk, path: string, how: 'project.merge' | 'project.restore'): Promise<void> {
  const { session } = desk
  if (!session) return
  await desk.attempt(async () => {
    const { document } = await desk.platform.client.call('project.aside', { key: session.key, path })
    if (desk.session === session) runTold(desk, how, document)
  })
}

/** Makes the open project what a state that is kept says; what it is now can be had back. */
export async function restore(desk: Desk, id: string): Promise<void> {
  const { session } = desk
  if (!session) return
  await desk.attempt(async () => {
    await session.saver.flush()
    const { document } = await desk.platform.client.call('history.read', { key: session.key, id })
    if (desk.session !== session) return
    desk.dialog = undefined
    runTold(desk, 'project.restore', document)
  })
}

/** Opens a state that is kept as a project of its own. */
export function openKept(desk: Desk, id: string): Promise<void> {
  const { key = '' } = desk.session ?? {}
  return desk.enter(() => desk.platform.client.call('history.openCopy', { key, id }))
}

function runTold(desk: Desk, name: 'project.merge' | 'project.restore', file: string): void {
  if (!desk.run(name, { file }).done) return
  const words =
    name === 'project.merge' ? 'Both versions are one now.' : 'The project is as it was in that state.'
  desk.notices.done(words, { label: 'Undo', run: () => desk.undo() })
}
