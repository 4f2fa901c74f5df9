import type { TableName } from '../records/registry'
import type { Fields, Side } from './merge-record'

/** What two people did to one thing, where a merge cannot have both. The analyst decides; until then it is as said. */
export type Disagreement =
  /** Both changed the same units of a record differently. Those of mine are kept. */
  | {
      readonly kind: 'changed'
      readonly table: TableName | 'about'
      readonly id: string
      readonly fields: readonly string[]
      readonly mine: Fields
      readonly theirs: Fields
    }
  /** One removed a record that the other changed or used. It is kept. */
  | {
      readonly kind: 'removed'
      readonly table: TableName
      readonly id: string
      readonly by: Side
      readonly record: Fields
    }

/** Two claims that may be one: both people wrote the same words, or marked the same passage. */
export interface Twins {
  readonly mine: string
  readonly theirs: string
  readonly same: 'wording' | 'passage'
}
