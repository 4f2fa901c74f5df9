import { save } from '../../../document/save'
import type { ExportWriter } from '../writer'

/** The whole project, as its own file has it. */
export const writeProjectJson: ExportWriter = async ({ project }) => save(project)
