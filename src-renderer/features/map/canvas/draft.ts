import { freePosition, positionNear } from '#domain/commands/shared/position'
import type { Point } from '#domain/canvas/card'
import type { Project } from '#domain/document/project'
import { defaultCategory, type Category } from '#domain/records/category'
import type { Typing } from '../../../state/view/typed'

/** A new claim that is being typed: the position and the category of its card. */
export interface Draft {
  readonly typing: Exclude<Typing, { claim: string }>
  readonly category: Category
  readonly place: Point
}

/** The new claim that is being typed; undefined if there is none. */
export function draftOf(project: Project, map: string, typing: Typing | undefined): Draft | undefined {
  if (!typing || 'claim' in typing) return undefined
  const at = 'under' in typing ? positionNear(project, map, typing.under, 'under', '') : typing.at
  return {
    typing,
    category: defaultCategory(project.categories, 'own words'),
    place: freePosition(project, map, at, ''),
  }
}

/** What to type after a claim is finished: a claim below it, or nothing. */
export const nextTyping = (
  claim: string | undefined,
  next: 'ground' | 'objection' | undefined,
): Typing | undefined =>
  claim && next ? { under: claim, as: next === 'ground' ? 'support' : 'attack' } : undefined
