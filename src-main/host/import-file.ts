import { ContractError } from '#api/errors'
import { UnreadableError, type Imported } from '#domain/formats/import/format'
import { IMPORTABLE, importFormatOf } from '#domain/formats/import/registry'
import { decode } from './decode'

/** Larger texts are refused. Bytes. */
export const TEXT_LIMIT = 20 * 1024 * 1024

/** What a file holds, read by the format that its name tells. Throws a `ContractError` with words for the user. */
export function readImport(fileName: string, bytes: Uint8Array): Imported {
  const format = importFormatOf(fileName)
  if (!format) {
    throw new ContractError(
      'unsupported',
      `This kind of file cannot be imported. What can be: ${IMPORTABLE.join(', ')}.`,
    )
  }
  if (bytes.length > TEXT_LIMIT && format.name !== 'project') {
    const size = Math.round(bytes.length / 1024 / 1024)
    throw new ContractError(
      'too-large',
      `It has ${size} MB; a text may have 20 MB. Split it, then import the parts.`,
    )
  }
  if (bytes.length === 0) throw new ContractError('unreadable', 'The file is empty.')
  const decoded = decode(bytes)
  if (!decoded) throw new ContractError('unreadable', 'The file is not text, whatever its name says.')
  try {
    return format.read({ fileName, ...decoded })
  } catch (error) {
    if (error instanceof UnreadableError) throw new ContractError('unreadable', error.message)
    throw error
  }
}
