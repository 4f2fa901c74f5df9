import type { Methods } from '#api/dispatch'
import { exportFormat } from '../pictures/export-format'
import type { OpenProjects } from '../store/open-projects'

/** Exports a project or a map, and shows how an export begins. */
export const exportMethods = (projects: OpenProjects) =>
  ({
    'project.export': async ({ key, format, ...asked }) => {
      const project = projects.get(key).project
      // Loaded on demand, because the typefaces and the PDF writer take as long to load as everything else.
      const { exportFile } = await import('../pictures/export-file')
      const { bytes, ...file } = await exportFile(exportFormat(format), { project, ...asked })
      return { ...file, base64: Buffer.from(bytes).toString('base64') }
    },
    'project.preview': async ({ key, format, ...asked }) => {
      const project = projects.get(key).project
      const { previewOf } = await import('../pictures/preview')
      return previewOf(exportFormat(format), { project, ...asked })
    },
  }) satisfies Partial<Methods>
