import { createHash } from 'node:crypto'
import type { ExportEnv } from '../formats/export/writer'

/** An `ExportEnv` in which all characters are half as wide as high. */
export const exportEnv: ExportEnv = {
  today: '2026-01-02',
  listSeparator: ',',
  uuid: (text) => {
    const hex = createHash('sha256').update(text).digest('hex')
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
      '-',
    )
  },
  measure: (text, { size }) => text.length * size * 0.5,
  fonts: [],
  rasterise: async ({ page }) => Uint8Array.from({ length: page.width }, () => 0),
  tile: async ({ page }) => Uint8Array.from({ length: page.width }, () => 0),
  sealed: (text) => text,
  paginate: async ([first]) => Uint8Array.from({ length: first!.page.width }, () => 0),
}
