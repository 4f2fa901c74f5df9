import { importFormatOf } from '../formats/import/catalogue'

/**
 * Orders the files of one import: references last, because they are matched to articles of the project, among them
 * those of the same import. Otherwise the order stays.
 */
export function importOrder<File>(files: readonly File[], nameOf: (file: File) => string): File[] {
  const holdsReferences = (file: File) => importFormatOf(nameOf(file))?.name === 'references'
  return [...files.filter((file) => !holdsReferences(file)), ...files.filter(holdsReferences)]
}
