import * as v from 'valibot'
import { firstUnits } from '../../anchoring/pairs'
import { created } from '../../document/change'
import { inOrder } from '../../records/category'
import { CoordinateSchema, IdSchema, OffsetSchema } from '../../records/record'
import type { ViewContext } from '../context'
import { command, refuse } from '../command'
import { passageOf } from '../shared/passage'
import { newClaim } from '../shared/new-records'
import { placeClaim } from '../shared/position'

const MarkInput = v.object({
  source: IdSchema,
  start: OffsetSchema,
  end: OffsetSchema,
  category: IdSchema,
  /** The map to place the claim on; none if absent. */
  map: v.optional(IdSchema),
  at: v.optional(v.object({ x: CoordinateSchema, y: CoordinateSchema })),
})

/** The first wording of a claim made from a passage: the author's words on one line, at most 20,000 UTF-16 units. */
export const firstWording = (exact: string): string => firstUnits(exact.replace(/\s+/g, ' ').trim(), 20_000)

/** Makes a claim of the selected text: `1` … `9` for its category. */
export const claimFromSelection = command({
  name: 'claim.fromSelection',
  title: 'Mark selection as a claim',
  menu: 'Claim',
  keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
  input: MarkInput,
  from(context, key) {
    if (!context.passage) return undefined
    const categories = inOrder(context.project.categories.values())
    const category = key ? categories.find((each) => each.key === key) : categories[0]
    return category && { ...context.passage, category: category.id }
  },
  run(project, input, env) {
    const source = project.sources.get(input.source)
    if (!source) return refuse('The article is no longer in the project.')
    if (!project.categories.has(input.category)) return refuse('The category is no longer in the project.')
    if (input.map && !project.maps.has(input.map)) return refuse('The map is no longer in the project.')
    const passage = passageOf(source, input.start, input.end)
    if ('refusal' in passage) return passage
    const text = firstWording(passage.exact)
    const claim = newClaim({ text, category: input.category }, env)
    const excerpt = {
      id: env.newId(),
      claim: claim.id,
      source: source.id,
      ...passage,
      anchor: 'exact' as const,
    }
    const patch = [created('claims', claim), created('excerpts', excerpt)]
    if (input.map) patch.push(placeClaim(project, input.map, claim, input.at, env))
    const label = input.map ? 'add to map' : 'mark passage'
    return { patch, label, select: { type: 'claim', id: claim.id } }
  },
})

/** Makes a claim of the first category of the selected text and places it on the open map: `M`. */
export const claimToMap = command({
  name: 'claim.fromSelectionToMap',
  title: 'Add selection to map',
  menu: 'Claim',
  keys: ['m'],
  input: MarkInput,
  from(context: ViewContext) {
    const input = claimFromSelection.from?.(context)
    if (!input || !context.map) return undefined
    return { ...input, map: context.map, ...(context.mapCentre && { at: context.mapCentre }) }
  },
  run: claimFromSelection.run,
})
