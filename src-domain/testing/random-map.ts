import type { Project } from '../document/project'
import type { Placement } from '../records/placement'
import type { Relation, RelationKind } from '../records/relation'
import { Builder } from './build'

/** Pseudo-random numbers from 0 to 1, the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * A map as analysts make them, its cards anywhere: claims that bear on others, some of them linked; undercuts, also of
 * undercuts; conclusions that contradict each other; and, on most maps, a few claims with several targets,
 * contradictions across the map and a circle. The same for the same seed.
 */
export function randomMap(seed: number, size: number): { project: Project; map: string } {
  const draw = random(seed)
  const below = (limit: number) => Math.floor(draw() * limit)
  const { project, map } = emptyMap()
  const id = (index: number) => `c${String(index).padStart(4, '0')}`
  const claims = Array.from({ length: size }, (_, index) => id(index))
  const relations: Relation[] = []
  const relate = (kind: RelationKind, premises: string[], target: string, ofRelation = false) => {
    const name = `r${String(relations.length).padStart(4, '0')}`
    relations.push(bareRelation(name, kind, premises, target, ofRelation))
  }
  const conclusions = 1 + below(Math.min(4, size / 4))
  for (let index = 1; index < conclusions; index++) relate('contradict', [id(index - 1)], id(index))
  for (let index = conclusions; index < size; index++) {
    const target = id(Math.floor(index * draw() ** 0.7))
    const kind = draw() < 0.7 ? 'support' : 'attack'
    const last = relations.at(-1)
    if (last && last.kind !== 'contradict' && draw() < 0.12) relate('attack', [id(index)], last.id, true)
    else if (draw() < 0.15 && index + 1 < size) relate(kind, [id(index), id(++index)], target)
    else if (draw() < 0.97) relate(kind, [id(index)], target)
  }
  const isPlain = draw() < 0.4
  for (let more = isPlain ? 0 : Math.ceil(size / 40); more > 0; more--) {
    const [one, other] = [id(below(size)), id(below(size))]
    if (one !== other) relate(draw() < 0.3 ? 'contradict' : 'support', [one], other)
  }
  const placements = claims.map((claim, index): [string, Placement] => {
    const at = { x: below(4000), y: below(3000) }
    return [
      `p${index}`,
      { id: `p${index}`, map, claim, ...at, group: '', colour: '', pinned: false, collapsed: false },
    ]
  })
  const [first] = project.claims.values()
  return {
    map,
    project: {
      ...project,
      claims: new Map(claims.map((claim) => [claim, { ...first!, id: claim, text: `Claim ${claim}` }])),
      relations: new Map(relations.map((each) => [each.id, each])),
      placements: new Map(placements),
    },
  }
}

function emptyMap(): { project: Project; map: string } {
  const builder = new Builder()
  builder.claim('A claim')
  return { project: builder.project, map: builder.map }
}

/** A relation with only its ends. */
export const bareRelation = (
  id: string,
  kind: RelationKind,
  premises: string[],
  target: string,
  ofRelation = false,
): Relation => ({
  id,
  kind,
  premises,
  targetType: ofRelation ? 'relation' : 'claim',
  target,
  note: '',
  warrant: '',
  scheme: '',
  answers: [],
  strength: '',
})
