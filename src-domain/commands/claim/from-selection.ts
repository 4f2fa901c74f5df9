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
  /** The map to put the claim on as well. */
  map: v.optional(IdSchema),
  at: v.optional(v.object({ x: CoordinateSchema, y: CoordinateSchema })),
})

/** The wording that a new claim starts with: the author's words on one line, for the analyst to make their own. */
export const firstWording = (exact: string): string => firstUnits(exact.replace(/\s+/g, ' ').trim(), 20_000)

/** `1` … `9`: a claim of that category from the words selected in the reader. */
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

/** `M`: as above, in the first category, and onto the open map. */
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
