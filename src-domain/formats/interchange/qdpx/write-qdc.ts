import { element } from '../../export/picture/svg-xml'
import type { ExportWriter } from '../../export/writer'
import { Guids } from './guids'
import { rewriteQdc } from './rewrite-qdc'
import { document, WrittenCodes } from './written-codes'

/**
 * Writes the categories and tags of a project as a REFI-QDA codebook (.qdc). One that came from such a codebook is that
 * codebook again, with what changed.
 */
export const writeQdc: ExportWriter = async ({ project }, { uuid }) => {
  const same = rewriteQdc(project, uuid)
  if (same !== undefined) return same
  const [codebook] = new WrittenCodes(project, new Guids(uuid)).codebook()
  const attributes = { xmlns: 'urn:QDA-XML:codebook:1.0', origin: 'Counterpoint' }
  return document(element('CodeBook', attributes, ...(codebook?.children ?? [element('Codes', {})])))
}
