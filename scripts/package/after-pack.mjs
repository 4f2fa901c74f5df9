import { join } from 'node:path'
import { setFuses } from '../fuses.mjs'

const SUFFIX = { darwin: '.app', win32: '.exe' }

/** Sets the fuses before the app is signed. electron-builder calls it with what it packed. */
export default async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const { executableName, appInfo } = packager
  const name = electronPlatformName === 'linux' ? executableName : appInfo.productFilename
  await setFuses(join(appOutDir, `${name}${SUFFIX[electronPlatformName] ?? ''}`))
}
