import { ContractError } from '#api/errors'
import { safeExternalUrl } from '#domain/safety/external-url'

/** What the system does of it. */
export interface LinkOpener {
  /** Asks the user; true when it is to be opened. */
  ask(question: string, address: string): Promise<boolean>
  open(address: string): Promise<void>
}

/**
 * Opens an address in the user's browser or mail program: the only way out of the app. Whoever asks for it, the user sees
 * where it leads and says yes first.
 * @returns whether it was opened; throws a `ContractError` for an address that is none of the safe kinds
 */
export async function openLink(text: string, { ask, open }: LinkOpener): Promise<boolean> {
  const link = safeExternalUrl(text)
  if (!link) {
    throw new ContractError(
      'bad-request',
      'The address was not opened: only addresses that begin with https:// or mailto: and name a place in plain letters are. Copy it, and look at it closely.',
    )
  }
  if (!(await ask(`Open ${link.place} outside Counterpoint?`, link.href))) return false
  await open(link.href)
  return true
}
