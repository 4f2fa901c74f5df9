import type { Hash } from 'node:crypto'
import type { Project } from '#domain/document/project'
import { save, savedPieces, type WrittenTables } from '#domain/document/save'
import { sealedPieces, withChecksum } from '../files/file-checksum'

/** The text of a project's file, with its checksum. */
export const fileText = (project: Project): string => withChecksum(save(project))

/**
 * The same as bytes, in pieces.
 * @param hash gets all of the bytes, for the SHA-256 of the whole file
 * @param written records that are not in the project, because they are written already
 */
export const filePieces = (project: Project, hash?: Hash, written?: WrittenTables): Iterable<Uint8Array> =>
  sealedPieces(savedPieces(project, written), hash)

/** The same as bytes. */
export const fileBytes = (project: Project): Buffer => Buffer.concat([...filePieces(project)])
