import type { ExportEnv } from '../formats/export/writer'

/** An `ExportEnv` in which all characters are half as wide as high. */
export const exportEnv: ExportEnv = {
  today: '2026-01-02',
  listSeparator: ',',
  measure: (text, { size }) => text.length * size * 0.5,
  fonts: [],
  rasterise: async ({ page }) => Uint8Array.from({ length: page.width }, () => 0),
  tile: async ({ page }) => Uint8Array.from({ length: page.width }, () => 0),
  sealed: (text) => text,
  paginate: async ([first]) => Uint8Array.from({ length: first!.page.width }, () => 0),
}
