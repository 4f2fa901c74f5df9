import { save } from '../../../document/save'
import type { ExportWriter } from '../writer'

/** Writes the whole project as a project file. */
export const writeProjectJson: ExportWriter = async ({ project }, { sealed }) => sealed(save(project))
