import { isUtf8 } from 'node:buffer'
import { ContractError, type ErrorCode } from '#api/errors'
import { load, parse, parseJson, type Loaded, type LoadFailure, type Parsed } from '#domain/document/load'
import { utf8ToText } from '../files/utf8'
import { readPieces } from './read-pieces'

const CODES: Record<LoadFailure, ErrorCode> = {
  empty: 'not-a-project',
  'not-json': 'not-a-project',
  'not-a-project': 'not-a-project',
  newer: 'newer-version',
  damaged: 'not-a-project',
}

/**
 * The largest project, in UTF-16 code units of its file. A larger one could not be sent to a page, and a much larger
 * one exceeds the longest string.
 */
export const PROJECT_LIMIT = 200_000_000

const TOO_LARGE = 'The file is larger than Counterpoint can save: more than 200 million characters.'

/** Decodes a project's file as UTF-8. No other encoding is tried: a wrong guess would change letters silently. */
export function decodeUtf8(bytes: Uint8Array): string {
  refuseTooManyBytes(bytes.length)
  let text: string
  try {
    text = utf8ToText(bytes)
  } catch {
    // The text may also be longer than the longest string.
    if (isUtf8(bytes)) throw new ContractError('too-large', TOO_LARGE)
    throw new ContractError('not-a-project', 'The file is not a Counterpoint project: it is not text.')
  }
  return refuseTooLarge(text)
}

/** Throws `too-large` for a file that cannot be within the limit, so that it need not be read. */
export function refuseTooManyBytes(size: number): void {
  if (size > 3 * PROJECT_LIMIT) throw new ContractError('too-large', TOO_LARGE)
}

/** Returns the text, or its bytes. Throws `too-large` above the limit. */
export function refuseTooLarge<Content extends string | Buffer>(content: Content): Content {
  // A unit of text takes at least a byte.
  if (content.length <= PROJECT_LIMIT) return content
  if (typeof content === 'string') throw new ContractError('too-large', TOO_LARGE)
  decodeUtf8(content)
  return content
}

/** Reads a project from its file as `parse` does from its text. Throws as `decodeUtf8` does. */
export function parseBytes(bytes: Buffer): Parsed {
  const read = bytes.length <= PROJECT_LIMIT ? readPieces(bytes) : undefined
  return read ? parseJson(read.value, read.inexact) : parse(decodeUtf8(bytes))
}

/** The error for a file that could not be loaded. */
export const loadError = ({ failure, message }: { failure: LoadFailure; message: string }): ContractError =>
  new ContractError(CODES[failure], message)

/**
 * Decodes and loads a project.
 * @param tell makes the user's message from the reason, for the `ContractError` that is thrown
 */
export function decodeProject(
  bytes: Uint8Array,
  tell: (reason: string) => string,
): Extract<Loaded, { ok: true }> {
  try {
    const loaded = load(decodeUtf8(bytes))
    if (!loaded.ok) throw loadError(loaded)
    return loaded
  } catch (error) {
    if (error instanceof ContractError)
      throw new ContractError(error.code, tell(error.message), { cause: error })
    throw error
  }
}
