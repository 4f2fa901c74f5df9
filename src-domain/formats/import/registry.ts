import type { ImportFormat } from './format'
import { epub } from './epub'
import { docx } from './docx'
import { html } from './html'
import { markdown } from './markdown'
import { mhtml } from './mhtml'
import { odt } from './odt'
import { pdf } from './pdf'
import { projectJson } from './project-json'
import { references } from './references'
import { rtf } from './rtf'
import { text } from './text'
import { webarchive } from './webarchive'

/** Every format that can be imported; pickers, drops and the command line read this list. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [
  text,
  markdown,
  html,
  mhtml,
  webarchive,
  docx,
  projectJson,
  pdf,
  epub,
  odt,
  rtf,
  references,
]

/** The ends of the names of files that can be imported, with the dot. */
export const IMPORTABLE: readonly string[] = IMPORT_FORMATS.flatMap(({ extensions }) =>
  extensions.map((extension) => `.${extension}`),
)

/** The format of a file by the end of its name; undefined for one that cannot be imported. */
export function importFormatOf(fileName: string): ImportFormat | undefined {
  const name = fileName.toLowerCase()
  let best: { readonly format: ImportFormat; readonly length: number } | undefined
  for (const format of IMPORT_FORMATS) {
    for (const { length } of format.extensions.filter((extension) => name.endsWith(`.${extension}`))) {
      // `.csl.json` tells more than `.json`.
      if (length > (best?.length ?? 0)) best = { format, length }
    }
  }
  return best?.format
}
