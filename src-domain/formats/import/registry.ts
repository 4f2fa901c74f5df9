import type { ImportFormat } from './format'
import { markdown } from './markdown'
import { projectJson } from './project-json'
import { text } from './text'

/** Every format that can be imported; pickers, drops and the command line read this list. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [text, markdown, projectJson]

/** The ends of the names of files that can be imported, with the dot. */
export const IMPORTABLE: readonly string[] = IMPORT_FORMATS.flatMap(({ extensions }) =>
  extensions.map((extension) => `.${extension}`),
)

/** The format of a file by the end of its name; undefined for one that cannot be imported. */
export function importFormatOf(fileName: string): ImportFormat | undefined {
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase()
  return IMPORT_FORMATS.find((format) => extension && format.extensions.includes(extension))
}
