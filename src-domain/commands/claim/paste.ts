import * as v from 'valibot'
import { load } from '../../document/load'
import type { RecordChange } from '../../document/patch'
import { CoordinateSchema, IdSchema } from '../../records/record'
import type { Point } from '../../canvas/card'
import type { Env, Project } from '../../document/project'
import { command, refuse } from '../command'
import type { Placement } from '../../records/placement'
import { placeClaim, isOnMap, positionByRelations } from '../shared/position'
import { merged } from '../project/merge'
import { compose, type CommandPart } from '../shared/compose'

/**
 * Pastes cards onto a map, in the same arrangement: where the first of them that bears on a card of the map belongs,
 * else at the given place. Claims of this project are placed again; claims of another project
 * are copied together with their passages and the relations among them.
 */
export const claimsPaste = command({
  name: 'claims.paste',
  title: 'Paste cards',
  input: v.object({
    /** Text made by `clipboardFragment`. */
    fragment: v.string(),
    map: IdSchema,
    at: v.optional(v.object({ x: CoordinateSchema, y: CoordinateSchema })),
  }),
  run(project, { fragment, map, at }, env) {
    if (!project.maps.has(map)) return refuse('The map is no longer in the project.')
    const loaded = load(fragment)
    if (!loaded.ok) return refuse('The clipboard has no cards of Counterpoint. Nothing was pasted.')
    const other = loaded.project
    const cards = [...other.placements.values()]
    const own = other.about.id === project.about.id
    const here = own && cards.every(({ claim }) => project.claims.has(claim))
    const { patch, ids } = here
      ? { patch: [], ids: new Map<string, string>() }
      : merged(project, bare(other), env)
    const claimHere = (id: string) => ids.get(id) ?? id
    // A whole project can be pasted, in which a claim has a card on each of several maps.
    const cardOf = new Map([...cards].reverse().map((card) => [claimHere(card.claim), card]))
    const fresh = cards.filter(
      (card) => cardOf.get(claimHere(card.claim)) === card && !isOnMap(project, map, claimHere(card.claim)),
    )
    if (fresh.length === 0) return refuse('These claims are already on this map.')
    const first = claimHere(fresh[0]!.claim)
    const by = shiftOf(project, map, fresh, at)
    return compose(
      project,
      fresh.length > 1 ? 'paste cards' : 'paste card',
      [
        () => ({ patch, label: '' }),
        ...fresh.map(({ claim, x, y, colour, pinned }): CommandPart => (now) => {
          const where = { x: x + by.x, y: y + by.y }
          const change = onto(now, map, claimHere(claim), where, env)
          return { patch: [withLooks(change, { colour, pinned })], label: '', reveal: first }
        }),
      ],
      { type: 'claim', id: first },
    )
  },
})

/** The project without maps, groups and placements: pasting creates its own placements. */
const bare = (project: Project): Project => ({
  ...project,
  maps: new Map(),
  groups: new Map(),
  placements: new Map(),
})

/** From the positions of cards where they were copied to the centres of their places on a map. */
function shiftOf(project: Project, map: string, cards: readonly Placement[], at: Point | undefined): Point {
  for (const { claim, x, y } of cards) {
    const known = project.claims.get(claim)
    const place = known && positionByRelations(project, map, known)
    if (place) return { x: place.x - x, y: place.y - y }
  }
  const middle = middleOf(cards)
  return at ? { x: at.x - middle.x, y: at.y - middle.y } : { x: 0, y: 0 }
}

const onto = (project: Project, map: string, id: string, at: Point, env: Env): RecordChange =>
  placeClaim(project, map, project.claims.get(id)!, at, env)

function withLooks(change: RecordChange, looks: { colour: string; pinned: boolean }): RecordChange {
  return { ...change, to: { ...change.to, ...looks } } as RecordChange
}

const middleOf = (points: readonly Point[]): Point => {
  const half = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2
  return { x: half(points.map(({ x }) => x)), y: half(points.map(({ y }) => y)) }
}
