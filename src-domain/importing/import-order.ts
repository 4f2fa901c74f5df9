import { importFormatOf } from '../formats/import/catalogue'

/**
 * The files of one import in the order in which they are read. References are matched to articles of the project, so they
 * come after the articles that arrive with them; otherwise the order stays.
 */
export function importOrder<File>(files: readonly File[], nameOf: (file: File) => string): File[] {
  const holdsReferences = (file: File) => importFormatOf(nameOf(file))?.name === 'references'
  return [...files.filter((file) => !holdsReferences(file)), ...files.filter(holdsReferences)]
}
