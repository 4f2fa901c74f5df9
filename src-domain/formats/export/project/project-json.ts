import { save } from '../../../document/save'
import type { ExportFormat } from '../format'

/** The whole project, as its own file has it. */
export const projectJson: ExportFormat = {
  name: 'project-json',
  title: 'Project (JSON)',
  extension: 'json',
  mediaType: 'application/json',
  of: 'project',
  leavesOut: [],
  write: async ({ project }) => save(project),
}
