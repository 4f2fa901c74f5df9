import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type * as PdfJs from 'pdfjs-dist'
import { UnreadableError } from '#domain/formats/import/format'

/** The tables that some documents name instead of carrying them, for Chinese, Japanese and Korean. Nothing else is read. */
class CharacterMaps {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl') throw new Error('no other files')
    const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
    return new Uint8Array(await readFile(join(folder, 'cmaps', basename(filename))))
  }
}

/** Opens a PDF for its words alone: nothing of it is run, drawn or fetched. */
export async function openPdf(bytes: Uint8Array): Promise<PdfJs.PDFDocumentProxy> {
  const { getDocument } = await loadPdfJs()
  const task = getDocument({
    // A copy: what is read is given away for good, and a Buffer is not taken.
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    disableAutoFetch: true,
    disableStream: true,
    disableRange: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    // Pictures are left packed.
    maxImageSize: 0,
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    BinaryDataFactory: CharacterMaps,
  })
  try {
    return await task.promise
  } catch (error) {
    await task.destroy()
    throw new UnreadableError(reasonOf(error))
  }
}

/** Loads the parser into this very process, which is one of its own already. */
async function loadPdfJs(): Promise<typeof PdfJs> {
  // What draws is not there, and is not needed; one of its classes is made when the module loads.
  const globals = globalThis as { DOMMatrix?: unknown }
  globals.DOMMatrix ??= class {}
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs' as string)
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException')
    return 'The PDF is locked with a password. Save a copy without a password, and import that.'
  return 'The file is not a whole PDF: it is damaged or cut short.'
}
