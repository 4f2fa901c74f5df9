import type { Project } from '../../../document/project'
import type { Origin } from '../../../records/origin'
import { isObject } from '../../../records/record'
import { Correspondences } from '../correspondence'
import { jsonAgain } from '../json-again'
import { jsonIn } from '../json-in'
import { aifFile } from './aif-file'
import { AifChanges } from './aif-changes'
import { PlaceChanges } from './place-changes'
import { readAif } from './read-aif'

/**
 * Writes a map in the form of the AIF file from which it came: elements whose records are unchanged as they are there,
 * changed ones with only what changed, and what is new after the last of its kind. Without changes it is the same text.
 */
export function rewriteAif(alone: Project, origin: Origin): string {
  const records = new Correspondences(alone, origin, readAif)
  const whole = jsonIn(origin.content)
  if (!isObject(whole)) return origin.content
  const file = aifFile(whole)
  const changes = new AifChanges(records, file)
  const places = new PlaceChanges(records, file, changes)
  if (!changes.any && !places.any) return origin.content
  const aif = { ...file.aif, ...changes.lists() }
  const after: Record<string, unknown> =
    file.aif === whole ? aif : { ...whole, AIF: typeof whole['AIF'] === 'string' ? JSON.stringify(aif) : aif }
  return jsonAgain({ ...after, ...places.lists() }, origin.content)
}
