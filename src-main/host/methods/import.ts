import type { Methods } from '#api/dispatch'
import type { Output } from '#api/endpoints'
import type { IncomingFiles } from '../files/incoming-files'
import type { ImportProcesses } from '../import/import-process'

/** Uploads and imports files. */
export const importMethods = (incoming: IncomingFiles, imports: ImportProcesses) =>
  ({
    'import.begin': async ({ fileName, size }) => ({ held: await incoming.begin(fileName, size) }),
    'import.part': async ({ held, at, base64 }) => {
      await incoming.part(held, at, Buffer.from(base64, 'base64'))
      return {}
    },
    'import.drop': async ({ held }) => {
      await incoming.drop(held)
      return {}
    },
    'import.read': async (file) => {
      const imported =
        'held' in file
          ? incoming.use(file.held, ({ fileName, path }) => imports.read(fileName, { path }, file.job))
          : imports.read(file.fileName, Buffer.from(file.base64, 'base64'), file.job)
      return (await imported) as Output<'import.read'>
    },
    'import.progress': async ({ job }) => imports.progress(job),
    'import.cancel': async ({ job }) => {
      imports.cancel(job)
      return {}
    },
  }) satisfies Partial<Methods>
