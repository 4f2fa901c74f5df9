import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type * as PdfJs from 'pdfjs-dist'
import { UnreadableError } from '#domain/formats/import/format'

/**
 * Where pdf.js hands the fonts of a page over. Without such a place it would trace every letter. Its types leave out this
 * option.
 */
const FONTS: object = { disableFontFace: false, ownerDocument: { fonts: new Set() } }

/** Serves the character maps that some Chinese, Japanese and Korean documents refer to by name, and no other file. */
class CharacterMaps {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl') throw new Error('no other files')
    const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
    return new Uint8Array(await readFile(join(folder, 'cmaps', basename(filename))))
  }
}

/**
 * Opens a PDF for its text alone: nothing in it is run, drawn or fetched. Takes the bytes, which cannot be used afterwards:
 * a copy of a large file would double what it takes.
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfJs.PDFDocumentProxy> {
  const { getDocument } = await loadPdfJs()
  const task = getDocument({
    // pdf.js does not accept a Buffer. One of a few bytes shares its memory with others, and is copied.
    data: isWhole(bytes) ? new Uint8Array(bytes.buffer) : new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    enableXfa: false,
    ...FONTS,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    disableAutoFetch: true,
    disableStream: true,
    disableRange: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    // Do not decode pictures.
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

const isWhole = ({ buffer, byteLength }: Uint8Array): boolean => buffer.byteLength === byteLength

/** Loads the parser into this process, which exists for one file. */
async function loadPdfJs(): Promise<typeof PdfJs> {
  // pdf.js creates a DOMMatrix when it loads, and a FontFace for each font. Node has neither, and nothing is drawn.
  const globals = globalThis as { DOMMatrix?: unknown; FontFace?: unknown }
  globals.DOMMatrix ??= class {}
  globals.FontFace ??= class {
    readonly loaded = Promise.resolve()
  }
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs' as string)
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException')
    return 'It is protected by a password. Save it without one, then import it.'
  return 'The PDF is damaged or incomplete.'
}
