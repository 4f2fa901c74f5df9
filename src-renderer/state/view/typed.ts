import type { Point } from '#domain/canvas/card'
import type { RelationKind } from '#domain/records/relation'

/** What is being typed on the map: the wording of a claim, or a new claim that is not in the project yet. */
export type Typing =
  | { readonly claim: string }
  | { readonly at: Point | undefined }
  | { readonly under: string; readonly as: Exclude<RelationKind, 'contradict'> }
