import { mapAlone } from '../../../document/map-alone'
import type { Project } from '../../../document/project'
import type { Relation } from '../../../records/relation'
import type { ExportWriter } from '../../export/writer'
import {
  differing,
  ownOfClaim,
  ownOfMap,
  ownOfRelation,
  PLAIN_CLAIM,
  PLAIN_RELATION,
  type OwnRecord,
} from '../aif/own-records'
import { CodePoints } from '../offsets'
import { schemeFor, schemeFrom } from '../schemes'
import { fileAgain } from '../unchanged'
import { readSadface } from './read-sadface'
import { rewordSadface } from './reword-sadface'

/** Writes a map as a SADFace 0.2 document; one that came from SADFace as that file, with changed wordings. */
export const writeSadface: ExportWriter = ({ project, map }) => {
  const alone = mapAlone(project, map)
  const same = fileAgain(alone, map, {
    format: 'sadface',
    read: readSadface,
    says: { passages: true },
    reword: rewordSadface,
  })
  return Promise.resolve(same ?? `${JSON.stringify(documentOf(alone, map), null, 2)}\n`)
}

const metadata = (own: OwnRecord) => (Object.keys(own).length > 0 ? { counterpoint: own } : {})

function documentOf(alone: Project, map: string) {
  const cards = new Map([...alone.placements.values()].map((card) => [card.claim, card]))
  const points = new Map([...alone.sources.values()].map(({ id, text }) => [id, new CodePoints(text)]))
  const atoms = [...alone.claims.values()].map((claim) => {
    const { group: _group, ...own } = ownOfClaim(alone, claim, cards.get(claim.id))
    const card = cards.get(claim.id)
    return {
      id: claim.id,
      type: 'atom',
      text: claim.text,
      sources: [...alone.excerpts.values()]
        .filter((excerpt) => excerpt.claim === claim.id && !['lost', 'ambiguous'].includes(excerpt.anchor))
        .map(({ source, start, end }) => {
          const count = points.get(source)!
          const offset = count.toPoints(start)
          return {
            resource_id: source,
            text: alone.sources.get(source)!.text.slice(start, end),
            offset,
            length: count.toPoints(end) - offset,
          }
        }),
      metadata: metadata({
        ...differing(own, PLAIN_CLAIM),
        ...(card && { place: { x: card.x, y: card.y } }),
      }),
    }
  })
  const schemes = [...alone.relations.values()].map((relation) => ({
    id: relation.id,
    type: 'scheme',
    ...nameOf(relation),
  }))
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
    resources: [...alone.sources.values()].map(({ id, title, url, doi, text }) => ({
      id,
      type: 'text',
      content: text,
      metadata: { title, url, doi },
    })),
  }
}

function nameOf(relation: Relation): { name: string; metadata: OwnRecord } {
  const own = differing(ownOfRelation(relation), PLAIN_RELATION)
  if (relation.kind !== 'support') {
    const name = relation.kind === 'attack' ? 'attack' : 'disagree'
    return {
      name,
      metadata: metadata({ ...own, ...(relation.scheme !== '' && { scheme: relation.scheme }) }),
    }
  }
  const name = relation.scheme === '' ? 'support' : schemeFor(relation.scheme).name
  const isExact = schemeFrom(name) === relation.scheme || relation.scheme === ''
  return { name, metadata: metadata({ ...own, ...(!isExact && { scheme: relation.scheme }) }) }
}
