import { mapAlone } from '../../../document/map-alone'
import { save } from '../../../document/save'
import type { ExportWriter } from '../writer'

/**
 * One map with all that it stands on: its claims, the relations among them, their passages and the articles of those.
 * It is a project file like any other, so that it opens by itself and merges into other projects.
 */
export const writeMapJson: ExportWriter = async ({ project, map }) => save(mapAlone(project, map))
