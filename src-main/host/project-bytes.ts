import { ContractError, type ErrorCode } from '#api/errors'
import { load, type Loaded, type LoadFailure } from '#domain/load'

const CODES: Record<LoadFailure, ErrorCode> = {
  empty: 'not-a-project',
  'not-json': 'not-a-project',
  'not-a-project': 'not-a-project',
  newer: 'newer-version',
  damaged: 'not-a-project',
}

/**
 * The project in a file's bytes. A project is UTF-8 and nothing else: guessing would bring in other letters in silence.
 * @param tell what the user is told, made from the reason; it goes into the `ContractError` that is thrown
 */
export function projectOf(
  bytes: Uint8Array,
  tell: (reason: string) => string,
): Extract<Loaded, { ok: true }> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ContractError('not-a-project', tell('The file is not a Counterpoint project: it is not text.'))
  }
  const loaded = load(text)
  if (!loaded.ok) throw new ContractError(CODES[loaded.failure], tell(loaded.message))
  return loaded
}
