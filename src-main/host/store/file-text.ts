import type { Project } from '#domain/document/project'
import { save, savedPieces } from '#domain/document/save'
import { sealedBytes, withChecksum } from '../files/file-checksum'

/** The text of a project's file, with its checksum. */
export const fileText = (project: Project): string => withChecksum(save(project))

/** The same as bytes, without the whole text in memory. */
export const fileBytes = (project: Project): Buffer => sealedBytes(savedPieces(project))
