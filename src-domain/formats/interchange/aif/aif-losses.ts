import { valueFor } from '../json-fields'
import type { LossList } from '../loss-list'
import type { AifFile } from './aif-file'
import type { AifLinks } from './aif-links'

const NODES: Readonly<Record<string, string>> = {
  L: 'Locutions (L): their words are in the transcript or the text',
  YA: 'Illocutions (YA), kept only in the file',
  TA: 'Transitions (TA), kept only in the file',
  MA: 'Rephrases (MA), kept only in the file; the restated claim has a tag',
  PA: 'Preferences (PA), kept only in the file',
}

const EDGES = 'Edges whose ends are not in the file'

/** Names the nodes and edges of an AIF file for which there is no record, apart from its steps. */
export function nameAifLosses(file: AifFile, links: AifLinks, losses: LossList): void {
  for (const { id, type } of file.nodes.values()) {
    if (links.isClaim(id) || links.isStep(id)) continue
    losses.name(
      `node:${type}`,
      id,
      valueFor(NODES, type) ?? `Nodes of the unknown type “${type.slice(0, 60)}”, kept only in the file`,
    )
  }
  for (const id of file.doubles)
    losses.name('node:double', id, 'Nodes whose id the file has twice: the first counts')
  for (const { id } of file.dangling) losses.name('edge:dangling', id, EDGES)
  for (const { id } of file.repeated) losses.name('edge:double', id, 'Edges that the file has twice')
  for (const { from, to } of file.edges) {
    if (links.isClaim(from) && links.isClaim(to))
      losses.name(
        'edge:claim-to-claim',
        `${from}>${to}`,
        'Edges from claim to claim without a step, kept only in the file',
      )
  }
}
