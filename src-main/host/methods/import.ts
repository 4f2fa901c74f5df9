import type { Methods } from '#api/dispatch'
import { ContractError } from '#api/errors'
import type { Output } from '#api/endpoints'
import { encodeIn } from '../files/encode'
import type { IncomingFiles } from '../files/incoming-files'
import type { ImportProcesses } from '../import/import-process'

/** Uploads and imports files. */
export const importMethods = (incoming: IncomingFiles, imports: ImportProcesses) =>
  ({
    'import.begin': async ({ fileName, size }) => ({ fileKey: await incoming.begin(fileName, size) }),
    'import.part': async ({ fileKey, at, base64 }) => {
      await incoming.part(fileKey, at, Buffer.from(base64, 'base64'))
      return {}
    },
    'import.drop': async ({ fileKey }) => {
      await incoming.drop(fileKey)
      return {}
    },
    'import.read': async (file) => {
      const imported =
        'fileKey' in file
          ? incoming.use(file.fileKey, ({ fileName, path }) => imports.read(fileName, { path }, file.job))
          : imports.read(file.fileName, Buffer.from(file.base64, 'base64'), file.job)
      return (await imported) as Output<'import.read'>
    },
    'import.decodeAgain': async ({ fileName, originalText, from, encoding }) => {
      const bytes = encodeIn(from, originalText)
      if (!bytes)
        throw new ContractError(
          'unreadable',
          'The article cannot be read again, because its text does not tell what is in its file. Nothing was changed. Import the file again.',
        )
      return (await imports.read(fileName, bytes, undefined, { encoding })) as Output<'import.read'>
    },
    'import.readAgain': async ({ fileName, text, format, hash, choices, beside }) => {
      const how = {
        as: format,
        again: { hash, choices },
        beside: beside === undefined ? undefined : Buffer.from(beside, 'utf8'),
      }
      return (await imports.read(
        fileName,
        Buffer.from(text, 'utf8'),
        undefined,
        how,
      )) as Output<'import.read'>
    },
    'import.progress': async ({ job }) => imports.progress(job),
    'import.cancel': async ({ job }) => {
      imports.cancel(job)
      return {}
    },
  }) satisfies Partial<Methods>
