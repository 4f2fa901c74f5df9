import { ContractError } from '#api/errors'
import { IMPORTABLE, importFormatOf, type ImportFormatName } from '#domain/formats/import/catalogue'
import type { ImportFormat } from '#domain/formats/import/format'

/** The format for a file name, if it reads files of `size` bytes. Throws a `ContractError` in words for the user. */
export function formatFor(fileName: string, size: number): ImportFormat<ImportFormatName> {
  const format = importFormatOf(fileName)
  if (!format) {
    const known = IMPORTABLE.join(', ')
    throw new ContractError(
      'unsupported',
      `This kind of file cannot be imported. Choose one of these: ${known}.`,
    )
  }
  if (size <= format.limit) return format
  const [has, limit] = [size, format.limit].map((each) => Math.round(each / 1024 / 1024))
  throw new ContractError(
    'too-large',
    `It has ${has} MB, more than the limit of ${limit} MB for this format. Split it, then import the parts.`,
  )
}
