import * as v from 'valibot'
import { Base64, FileKeySchema, FileSchema, Name, Nothing, Path, Revision } from '../values'
import { endpoint } from './endpoint'

/** Native dialogs, for the desktop edition only. */
export const DIALOG_ENDPOINTS = {
  /** Null if the user cancelled. */
  'dialog.chooseProject': endpoint(Nothing, v.object({ path: v.nullable(Path) })),
  'dialog.chooseImports': endpoint(
    Nothing,
    /** `refused` has a sentence for each file that cannot be imported. */
    v.object({
      files: v.array(v.object({ fileName: Name, size: Revision, ...FileKeySchema.entries })),
      refused: v.array(v.string()),
    }),
  ),
  'dialog.saveFile': endpoint(FileSchema, v.object({ path: v.nullable(Path) })),
  /** Opens an address outside the app after the user has seen it and agreed. */
  'dialog.openLink': endpoint(
    v.object({ address: v.pipe(v.string(), v.maxLength(4000)) }),
    v.object({ opened: v.boolean() }),
  ),
  /** Puts a PNG on the clipboard. */
  'dialog.copyPicture': endpoint(v.object({ base64: Base64 }), Nothing),
} as const
