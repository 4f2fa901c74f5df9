/** What windows-1252 has at 0x80 to 0x9F; everywhere else it is Latin-1. */
const HIGH_CONTROLS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Decodes windows-1252. The TextDecoder of some Node versions takes it for Latin-1, which loses every curly quote. */
export const decodeWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (character) => HIGH_CONTROLS[character.charCodeAt(0) - 0x80]!)
