import type { Project } from '../../../document/project'
import type { Relation } from '../../../records/relation'
import { writable } from '../../export/picture/svg-xml'

const TYPES: Readonly<Record<Relation['kind'], string>> = { support: 'sup', attack: 'reb', contradict: 'reb' }

/** The type of the edge of a relation. */
export function edgeType({ kind, scheme, targetType }: Relation): string {
  if (targetType === 'relation') return 'und'
  return scheme === 'example' && kind === 'support' ? 'exa' : TYPES[kind]
}

/** Whether a relation leads to a claim by undercuts alone: a backing of a step has no form here. */
export function isWritten(alone: Project, id: string): boolean {
  for (let at = alone.relations.get(id); at; at = alone.relations.get(at.target)) {
    if (at.targetType === 'claim') return true
    if (at.kind === 'support') return false
  }
  return false
}

/** A text as the value of an attribute. */
export const attribute = (text: string): string =>
  writable(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;').replace(/\s+/g, ' ')
