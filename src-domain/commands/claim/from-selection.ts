import * as v from 'valibot'
import { CoordinateSchema, IdSchema, OffsetSchema } from '../../records/record'
import type { ViewContext } from '../context'
import { command } from '../command'
import { bringIn, markedClaim } from '../shared/new-claim'

const MarkInput = v.object({
  source: IdSchema,
  start: OffsetSchema,
  end: OffsetSchema,
  /** The default category if absent. */
  category: v.optional(IdSchema),
  /** The map to place the claim on; none if absent. */
  map: v.optional(IdSchema),
  at: v.optional(v.object({ x: CoordinateSchema, y: CoordinateSchema })),
})

/** Makes a claim of the selected text: `1` … `9` for its category. */
export const claimFromSelection = command({
  name: 'claim.fromSelection',
  title: 'Mark selection as a claim',
  menu: 'Claim',
  keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
  context: { on: ['words'], submenu: 'Mark as' },
  input: MarkInput,
  from(context, key) {
    if (!context.passage) return undefined
    if (!key) return context.passage
    const category = [...context.project.categories.values()].find((each) => each.key === key)
    return category && { ...context.passage, category: category.id }
  },
  run(project, input, env) {
    const claim = markedClaim(project, input, env)
    if ('refusal' in claim) return claim
    return bringIn(project, claim, input, input.map === undefined ? 'mark passage' : 'add to map', env)
  },
})

/** Makes a claim of the default category of the selected text and places it on the open map: `M`. */
export const claimToMap = command({
  name: 'claim.fromSelectionToMap',
  title: 'Add selection to map',
  menu: 'Claim',
  keys: ['m'],
  context: { on: ['words'], title: 'Add to map' },
  input: MarkInput,
  from(context: ViewContext) {
    const input = claimFromSelection.from?.(context)
    if (!input || !context.map) return undefined
    return { ...input, map: context.map, ...(context.mapCentre && { at: context.mapCentre }) }
  },
  run: claimFromSelection.run,
})
