import type { Project } from '#domain/document/project'
import { save } from '#domain/document/save'
import { withChecksum } from '../files/file-checksum'

/** The text of a project's file, with its checksum. */
export const fileText = (project: Project): string => withChecksum(save(project))
