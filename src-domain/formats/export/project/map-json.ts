import { mapAlone } from '../../../document/map-alone'
import { save } from '../../../document/save'
import type { ExportWriter } from '../writer'

/**
 * Writes a map as a project file with its claims, their relations, passages and articles. It can be opened as a project
 * and merged into others.
 */
export const writeMapJson: ExportWriter = async ({ project, map }, { sealed }) =>
  sealed(save(mapAlone(project, map)))
