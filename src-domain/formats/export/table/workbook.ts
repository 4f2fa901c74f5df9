import type { Sheet } from 'write-excel-file/universal'

/** A file in memory, as Node and browsers have it. */
interface InMemory {
  arrayBuffer(): Promise<ArrayBuffer>
}

/** The bytes of an Excel workbook. The library is loaded on first use. */
export async function workbook(sheets: Sheet<never>[]): Promise<Uint8Array> {
  const { default: writeExcel } = await import('write-excel-file/universal')
  const file: InMemory = await writeExcel(sheets).toBlob()
  return new Uint8Array(await file.arrayBuffer())
}
