import type { Project } from '#domain/document/project'
import { save, savedPieces } from '#domain/document/save'
import { sealedPieces, withChecksum } from '../files/file-checksum'

/** The text of a project's file, with its checksum. */
export const fileText = (project: Project): string => withChecksum(save(project))

/** The same as bytes, in pieces. */
export const filePieces = (project: Project): Iterable<Buffer> => sealedPieces(savedPieces(project))

/** The same as bytes. */
export const fileBytes = (project: Project): Buffer => Buffer.concat([...filePieces(project)])
