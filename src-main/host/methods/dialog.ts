import { basename } from 'node:path'
import type { Methods } from '#api/dispatch'
import { ContractError } from '#api/errors'
import { sizeOf, type IncomingFiles } from '../files/incoming-files'
import type { ProjectOpener } from './project-opener'

/** The desktop's dialogs and services. Only a shell with a window has them. */
export interface Dialogs {
  chooseProject(): Promise<string | null>
  /** The paths of the files that the user chose. */
  chooseImports(): Promise<string[]>
  saveFile(file: { fileName: string; base64: string }): Promise<string | null>
  /** Opens a safe address outside the app if the user agrees; returns whether it did. */
  openLink(address: string): Promise<boolean>
  /** Puts a PNG on the clipboard. */
  copyPicture(base64: string): Promise<void>
}

interface Needs {
  readonly dialogs: Dialogs | undefined
  readonly opener: ProjectOpener
  readonly incoming: IncomingFiles
}

/** Native dialogs, if the shell has them. */
export const dialogMethods = ({ dialogs, opener, incoming }: Needs) => {
  const needDialogs = (): Dialogs => {
    if (!dialogs) throw new ContractError('unavailable', 'There is no dialog for that here.')
    return dialogs
  }
  return {
    'dialog.chooseProject': async () => {
      const path = await needDialogs().chooseProject()
      if (path) opener.allow(path)
      return { path }
    },
    'dialog.chooseImports': async () => {
      const paths = await needDialogs().chooseImports()
      const sizes = await Promise.allSettled(paths.map(sizeOf))
      return {
        files: paths.flatMap((path, at) => {
          const size = sizes[at]!
          if (size.status === 'rejected') return []
          return [{ fileName: basename(path), size: size.value, fileKey: incoming.name(path) }]
        }),
        refused: sizes.flatMap((size) =>
          size.status === 'rejected' ? [(size.reason as Error).message] : [],
        ),
      }
    },
    'dialog.saveFile': async (file) => ({ path: await needDialogs().saveFile(file) }),
    'dialog.openLink': async ({ address }) => ({ opened: await needDialogs().openLink(address) }),
    'dialog.copyPicture': async ({ base64 }) => {
      await needDialogs().copyPicture(base64)
      return {}
    },
  } satisfies Partial<Methods>
}
