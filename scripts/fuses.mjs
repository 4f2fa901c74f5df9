/**
 * `node scripts/fuses.mjs PATH`: sets the fuses of a packaged Electron, before it is signed. PATH is its executable, or
 * its `.app` on a Mac. What is set is read back.
 */
import { pathToFileURL } from 'node:url'
import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'

/** What a packaged Counterpoint can and cannot be made to do from outside. */
export const FUSES = {
  /** ELECTRON_RUN_AS_NODE would make of it a Node with all its rights. */
  RunAsNode: false,
  /** NODE_OPTIONS would load code into it. */
  EnableNodeOptionsEnvironmentVariable: false,
  /** --inspect would open it to whoever asks. */
  EnableNodeCliInspectArguments: false,
  /** It has no page of file:, so that one needs no rights. */
  GrantFileProtocolExtraPrivileges: false,
  EnableCookieEncryption: true,
  /** Changed code does not start; the archive is the only code there is. */
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
}

/** Sets the fuses, and answers with what is set then. */
export async function setFuses(path) {
  const wanted = Object.entries(FUSES).map(([name, on]) => [FuseV1Options[name], on])
  await flipFuses(path, { version: FuseVersion.V1, ...Object.fromEntries(wanted) })
  const wire = await getCurrentFuseWire(path)
  const ON = '1'.charCodeAt(0)
  return Object.fromEntries(Object.keys(FUSES).map((name) => [name, wire[FuseV1Options[name]] === ON]))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = process.argv[2]
  if (!path) throw new Error('Which Electron? Give the path of its executable.')
  console.table(await setFuses(path))
}
