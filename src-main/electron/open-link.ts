import { ContractError } from '#api/errors'
import { safeExternalUrl } from '#domain/safety/external-url'

/** The parts that the operating system does. */
export interface LinkOpener {
  /** Asks the user; resolves to true to open the address. */
  ask(question: string, address: string): Promise<boolean>
  open(address: string): Promise<void>
}

/**
 * Opens an address in the user's browser or mail program: the only way out of the app. The user always sees the
 * address and has to agree first.
 * @returns whether it was opened
 * @throws ContractError if the address is not of a safe kind
 */
export async function openLink(text: string, { ask, open }: LinkOpener): Promise<boolean> {
  const link = safeExternalUrl(text)
  if (!link) {
    throw new ContractError(
      'bad-request',
      'The address was not opened. Only https:// and mailto: addresses in plain letters can be opened. Copy it and check it carefully.',
    )
  }
  if (!(await ask(`Open ${link.place} outside Counterpoint?`, link.href))) return false
  await open(link.href)
  return true
}
