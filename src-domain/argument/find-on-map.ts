import type { Project } from '../document/project'
import type { Claim } from '../records/claim'
import type { MapGraph } from './map-graph'

/** The claims on the map that have all of these words in their wording, note or tags, in reading order; none for no words. */
export function findOnMap(project: Project, graph: MapGraph, typed: string): string[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  return [...graph.placements.keys()].filter((id) => {
    const text = textOf(project.claims.get(id)!)
    return words.every((word) => text.includes(word))
  })
}

const texts = new WeakMap<Claim, string>()

/** A claim is compared letter by letter once, not at each key that is typed. */
function textOf(claim: Claim): string {
  const known = texts.get(claim)
  if (known !== undefined) return known
  const text = plain([claim.text, claim.note, ...claim.tags].join('\n'))
  texts.set(claim, text)
  return text
}

/** Without accents and capitals: `Erdoğan` is found by `erdogan`. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
