import { mapAlone } from '../../../document/map-alone'
import type { Project } from '../../../document/project'
import type { ExportWriter } from '../../export/writer'
import { ownOfMap } from '../own-records'
import { originOfMap } from '../origin-of-map'
import { rewriteSadface } from './rewrite-sadface'
import { atomOf, quotesIn, resourceOf, schemeOf } from './sadface-nodes'

/** Writes a map as a SADFace 0.2 document; one that came from SADFace as that file, with only what changed since. */
export const writeSadface: ExportWriter = ({ project, map }) => {
  const alone = mapAlone(project, map)
  const origin = originOfMap(alone, map, 'sadface')
  const same = origin && rewriteSadface(alone, map, origin)
  return Promise.resolve(same ?? `${JSON.stringify(documentOf(alone, map), null, 2)}\n`)
}

function documentOf(alone: Project, map: string) {
  const cards = new Map([...alone.placements.values()].map((card) => [card.claim, card]))
  const quote = quotesIn(alone)
  const atoms = [...alone.claims.values()].map((claim) => atomOf(alone, claim, cards.get(claim.id), quote))
  const schemes = [...alone.relations.values()].map(schemeOf)
  const edges = [...alone.relations.values()].flatMap(({ id, premises, target }) => [
    ...premises.map((premise, at) => ({ id: `${id}-${at + 1}`, source_id: premise, target_id: id })),
    { id: `${id}-0`, source_id: id, target_id: target },
  ])
  const groups = [...alone.groups.values()].map(({ id, title, colour }) => ({
    id,
    type: 'group',
    name: title,
    children: [...cards.values()].filter(({ group }) => group === id).map(({ claim }) => claim),
    metadata: { counterpoint: { colour } },
  }))
  const { name = '', created = '' } = alone.maps.get(map) ?? {}
  const { groups: _groups, ...own } = ownOfMap(alone, map, (claim) => claim)
  return {
    metadata: {
      core: {
        analyst_name: '',
        analyst_email: '',
        created,
        edited: alone.about.modified,
        id: map,
        title: name,
        description: '',
        notes: '',
        version: '0.2',
      },
      counterpoint: own,
    },
    nodes: [...atoms, ...schemes, ...groups],
    edges,
    resources: [...alone.sources.values()].map(resourceOf),
  }
}
