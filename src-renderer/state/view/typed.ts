import type { Point } from '#domain/canvas/card'
import type { RelationKind } from '#domain/records/relation'

/** What is being typed on the map: a claim's wording, or a claim that is not in the project until it is finished. */
export type Typing =
  | { readonly claim: string }
  | { readonly at: Point | undefined }
  | { readonly under: string; readonly as: Exclude<RelationKind, 'contradict'> }
