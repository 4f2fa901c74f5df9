import { element } from '../../export/picture/svg-xml'
import type { ExportWriter } from '../../export/writer'
import { Guids } from './guids'
import { document, WrittenCodes } from './written-codes'

/** Writes the categories and tags of a project as a REFI-QDA codebook (.qdc). */
export const writeQdc: ExportWriter = async ({ project }, { uuid }) => {
  const [codebook] = new WrittenCodes(project, new Guids(uuid)).codebook()
  const attributes = { xmlns: 'urn:QDA-XML:codebook:1.0', origin: 'Counterpoint' }
  return document(element('CodeBook', attributes, ...(codebook?.children ?? [element('Codes', {})])))
}
