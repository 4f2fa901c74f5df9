import { electronBinary } from './electron-app'

/** Prints once, before the tests, that a target cannot be tested on this machine. */
export default function saySkipped(): void {
  if (electronBinary()) return
  console.log(
    'The Electron target is skipped: its binary is not on this machine. Name one in ELECTRON_PATH to test it.',
  )
}
