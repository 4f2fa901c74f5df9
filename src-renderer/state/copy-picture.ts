import { ContractError } from '#api/errors'
import { wordsOf, type Workspace } from './workspace.svelte'

/** Copies a picture of the open map, without hidden cards and with the verdicts on screen, to the clipboard. */
export async function copyPicture(workspace: Workspace, theme: 'light' | 'dark'): Promise<void> {
  try {
    await workspace.platform.copyPicture(drawn(workspace, theme))
    workspace.notices.done('The map was copied as a picture.')
  } catch (error) {
    workspace.notices.problem(wordsOf(error))
  }
}

/** The PNG as base64, at twice the map's size if possible. The host draws the saved document. */
async function drawn(workspace: Workspace, theme: 'light' | 'dark'): Promise<string> {
  const { session, settings, view, whatIf, platform } = workspace
  if (!session || !(await session.saver.flush()))
    throw new Error('Nothing was copied, because not everything is saved yet. Try again.')
  const asked = {
    key: session.key,
    format: 'png',
    map: view.map ?? '',
    theme,
    asOnScreen: true,
    // What is supposed is on the screen too, whether verdicts are shown or not.
    verdicts: settings.verdicts || whatIf.isOn,
    supposing: whatIf.ids,
  } as const
  const draw = async (scale: number) =>
    (await platform.client.call('project.export', { ...asked, scale })).base64
  return draw(2).catch((error: unknown) => {
    if (error instanceof ContractError && error.code === 'too-large') return draw(1)
    throw error
  })
}
