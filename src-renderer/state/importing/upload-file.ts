import type { Client } from '#api/client'
import type { Input } from '#api/endpoints'
import { ContractError } from '#api/errors'
import { FILE_LIMIT, PIECE } from '#api/limits'
import { importFormatOf } from '#domain/formats/import/catalogue'
import { base64Of } from '../../transports/files'
import type { ImportFile } from '../../transports/platform'

interface Handing {
  readonly isCancelled: () => boolean
  /** Called with the uploaded share of the file, in words. */
  readonly progress: (part: string) => void
}

/**
 * Uploads a file in pieces if it is too large for the request that reads it, so that neither side has more than a
 * piece of it in memory.
 * @returns the input for `import.read`
 */
export async function uploadFile(
  client: Client,
  { fileName, size, content }: ImportFile,
  { isCancelled, progress }: Handing,
): Promise<Input<'import.read'>> {
  if (importFormatOf(fileName)?.name === 'project' && size > FILE_LIMIT) throw tooMuch(size)
  if (!(content instanceof Blob)) return content
  if (size <= PIECE) return { fileName, base64: await base64Of(content) }
  const { fileKey } = await client.call('import.begin', { fileName, size })
  try {
    for (let at = 0; at < size; at += PIECE) {
      if (isCancelled())
        throw new ContractError('cancelled', 'The import was cancelled. Nothing was changed.')
      progress(`${Math.floor((at / size) * 100)} % uploaded`)
      const base64 = await base64Of(content.slice(at, at + PIECE))
      await client.call('import.part', { fileKey, at, base64 })
    }
    return { fileKey }
  } catch (error) {
    await client.call('import.drop', { fileKey }).catch(() => undefined)
    throw error
  }
}

/** A project is sent in a single request, which limits its size. */
const tooMuch = (size: number) =>
  new ContractError(
    'too-large',
    `It has ${Math.round(size / 1048576)} MB; the limit for a project or map is ${FILE_LIMIT / 1048576} MB. Nothing was changed. Merge it with the command line.`,
  )
