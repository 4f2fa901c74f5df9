import * as v from 'valibot'
import { PatchSchema } from '#domain/document/patch-schema'
import { FileTextSchema } from '../file-text'
import { PATCH_PIECE } from '../limits'
import { FollowedSchema } from '../news'
import { FileSchema, Name, Nothing, Path, Revision } from '../values'
import { endpoint } from './endpoint'
import { OpenedSchema } from './opened'

const AcceptedSchema = v.object({
  revision: Revision,
  modified: v.string(),
  setAside: v.nullable(v.string()),
  problem: v.nullable(v.string()),
})

/** An open project: opening it, its changes, and its file. */
export const PROJECT_ENDPOINTS = {
  'project.create': endpoint(
    v.object({ title: v.pipe(v.string(), v.minLength(1), v.maxLength(300)) }),
    OpenedSchema,
  ),
  /** `takeOver` says that the user takes over the lock of another machine. */
  'project.open': endpoint(v.object({ path: Path, takeOver: v.optional(v.boolean()) }), OpenedSchema),
  /** Opens the bytes of a file as a new project in the data folder. */
  'project.openCopy': endpoint(FileSchema, OpenedSchema),
  'project.openSample': endpoint(Nothing, OpenedSchema),
  /**
   * Resolves when the patch is on the disk. If its answer was lost, a patch may be sent again with the same id and is
   * not applied twice. `setAside` is the copy of a file that another program had changed. `problem` says what
   * cannot be written at the moment, though the changes are saved, as sentences for the user.
   */
  'project.patch': endpoint(
    v.object({ key: Name, id: v.optional(Name), revision: Revision, patch: PatchSchema }),
    AcceptedSchema,
  ),
  /** A piece of a patch that is too large for one request. `at` is the number of characters before it. */
  'project.patchPart': endpoint(
    v.object({ key: Name, id: Name, at: Revision, text: v.pipe(v.string(), v.maxLength(PATCH_PIECE)) }),
    Nothing,
  ),
  /** Applies the patch with this id, all pieces of which have been sent. */
  'project.patchSent': endpoint(
    v.object({ key: Name, id: Name, revision: Revision, length: Revision }),
    AcceptedSchema,
  ),
  /**
   * The changes since a revision, oldest first, the page's own included, by the ids under which they were sent. If they
   * are no longer known, or `since` is null, the project's text, and the id of the last change of this page in it.
   */
  'project.changes': endpoint(
    v.object({ key: Name, since: v.nullable(Revision) }),
    v.variant('kind', [
      v.object({
        kind: v.literal('changes'),
        changes: v.array(v.object({ revision: Revision, id: v.nullable(Name), patch: PatchSchema })),
      }),
      v.object({ kind: v.literal('document'), document: FileTextSchema, accepted: v.nullable(Name) }),
    ]),
  ),
  /** Tells the project's other windows what is selected in this one. It is not stored. */
  'project.select': endpoint(v.object({ key: Name, selection: FollowedSchema }), Nothing),
  /** Fails with `vanished`, as a patch would, if the project's file is gone. */
  'project.checkFile': endpoint(v.object({ key: Name }), v.object({ problem: v.nullable(v.string()) })),
  /** Writes the whole project if its file is gone. */
  'project.saveAgain': endpoint(v.object({ key: Name }), Nothing),
  /** The text of a copy that was set aside for this project, by its path. */
  'project.aside': endpoint(v.object({ key: Name, path: Path }), v.object({ document: v.string() })),
  /** Whether a read-only project could be edited now. */
  'project.isFree': endpoint(v.object({ key: Name }), v.object({ free: v.boolean() })),
  'project.close': endpoint(v.object({ key: Name }), Nothing),
} as const
