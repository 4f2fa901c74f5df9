/**
 * `node scripts/fuses.mjs PATH`: sets the fuses of a packaged Electron before it is signed, and reads them back. PATH
 * is its executable, or its `.app` on a Mac.
 */
import { pathToFileURL } from 'node:url'
import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'

/** The fuses of a packaged Counterpoint. */
export const FUSES = {
  /** ELECTRON_RUN_AS_NODE would turn it into a Node with all its rights. */
  RunAsNode: false,
  /** NODE_OPTIONS would load code into it. */
  EnableNodeOptionsEnvironmentVariable: false,
  /** --inspect would open it to any local program. */
  EnableNodeCliInspectArguments: false,
  /** No page is loaded from file:, so such pages need no rights. */
  GrantFileProtocolExtraPrivileges: false,
  EnableCookieEncryption: true,
  /** Modified code does not start, and only the archive's code is loaded. */
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
}

/** Sets the fuses. Returns the fuses that are set afterwards. */
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
