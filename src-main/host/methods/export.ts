import type { Methods } from '#api/dispatch'
import { exportFormat } from '../pictures/export-format'
import type { ExportThreads } from '../pictures/export-thread'
import type { OpenProjects } from '../store/open-projects'

/** Exports a project or a map, and shows how an export begins. */
export const exportMethods = (projects: OpenProjects, threads: ExportThreads) =>
  ({
    'project.export': async ({ key, format, job, ...asked }) => {
      const { project } = projects.get(key)
      const { name } = exportFormat(format)
      const { bytes, ...file } = await threads.file(name, { project, ...asked }, job)
      return { ...file, base64: Buffer.from(bytes).toString('base64') }
    },
    'project.preview': async ({ key, format, job, ...asked }) => {
      const { project } = projects.get(key)
      return threads.preview(exportFormat(format).name, { project, ...asked }, job)
    },
    'export.progress': async ({ job }) => threads.progress(job),
    'export.cancel': async ({ job }) => {
      threads.cancel(job)
      return {}
    },
  }) satisfies Partial<Methods>
