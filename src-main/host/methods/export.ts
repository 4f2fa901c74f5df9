import type { Methods } from '#api/dispatch'
import { exportFile, exportFormat } from '../pictures/export-file'
import type { OpenProjects } from '../store/open-projects'

/** Exports a project or a map. */
export const exportMethods = (projects: OpenProjects) =>
  ({
    'project.export': async ({ key, format, ...asked }) => {
      const project = projects.get(key).project
      const { bytes, ...file } = await exportFile(exportFormat(format), { project, ...asked })
      return { ...file, base64: Buffer.from(bytes).toString('base64') }
    },
  }) satisfies Partial<Methods>
