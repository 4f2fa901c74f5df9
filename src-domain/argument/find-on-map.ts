import { foldForSearch } from '../text/clean/search-fold'
import type { Project } from '../document/project'
import type { Claim } from '../records/claim'
import type { MapGraph } from './map-graph'

/**
 * The claims on the map whose wording, note and tags contain every typed word, in reading order. No words find nothing.
 */
export function findOnMap(project: Project, graph: MapGraph, typed: string): ReadonlySet<string> {
  const words = foldForSearch(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return new Set()
  const has = (id: string) => {
    const text = textOf(project.claims.get(id)!)
    return words.every((word) => text.includes(word))
  }
  return new Set([...graph.placements.keys()].filter(has))
}

const texts = new WeakMap<Claim, string>()

/** The text of a claim that is searched, cached because the search runs at every keystroke. */
function textOf(claim: Claim): string {
  const known = texts.get(claim)
  if (known !== undefined) return known
  const text = foldForSearch([claim.text, claim.note, ...claim.tags].join('\n'))
  texts.set(claim, text)
  return text
}
