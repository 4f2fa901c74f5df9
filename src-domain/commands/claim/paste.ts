import * as v from 'valibot'
import { load } from '../../document/load'
import type { RecordChange } from '../../document/patch'
import { CoordinateSchema, IdSchema } from '../../records/record'
import type { Point } from '../../canvas/card'
import type { Env, Project } from '../../document/project'
import { command, refuse } from '../command'
import { placeClaim, isOnMap } from '../shared/position'
import { merged } from '../project/merge'
import { compose, type CommandPart } from '../shared/compose'

/**
 * Pastes cards onto a map, in the same arrangement. Claims of this project are placed again; claims of another project
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
    const fresh = cards.filter(({ claim }) => !isOnMap(project, map, claimHere(claim)))
    if (fresh.length === 0) return refuse('These claims are already on this map.')
    const middle = middleOf(fresh)
    const first = claimHere(fresh[0]!.claim)
    return compose(
      project,
      fresh.length > 1 ? 'paste cards' : 'paste card',
      [
        () => ({ patch, label: '' }),
        ...fresh.map(({ claim, x, y, colour, pinned }): CommandPart => (now) => {
          const where = { x: x + (at ? at.x - middle.x : 0), y: y + (at ? at.y - middle.y : 0) }
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

const onto = (project: Project, map: string, id: string, at: Point, env: Env): RecordChange =>
  placeClaim(project, map, project.claims.get(id)!, at, env)

function withLooks(change: RecordChange, looks: { colour: string; pinned: boolean }): RecordChange {
  return { ...change, to: { ...change.to, ...looks } } as RecordChange
}

const middleOf = (points: readonly Point[]): Point => {
  const half = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2
  return { x: half(points.map(({ x }) => x)), y: half(points.map(({ y }) => y)) }
}
