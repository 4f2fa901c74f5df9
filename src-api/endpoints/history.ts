import * as v from 'valibot'
import { LineageEntrySchema } from '#domain/document/lineage-schema'
import { Count, Name, Revision } from '../values'
import { endpoint } from './endpoint'
import { OpenedSchema } from './opened'

const TallySchema = v.object({ added: Count, removed: Count, changed: Count })
const byTable = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.object({ sources: schema, claims: schema, excerpts: schema, relations: schema })

/** A kept state of a project's file: when it was made, its content, and what changed since the one before. */
export const GenerationSchema = v.object({
  id: Name,
  made: v.string(),
  title: v.string(),
  revision: Revision,
  counts: byTable(Count),
  /** Null for the oldest. */
  changed: v.nullable(v.object({ tallies: byTable(TallySchema), names: v.array(v.string()) })),
})

/** The kept states of a project. */
export const HISTORY_ENDPOINTS = {
  /** The kept states of the project's file, newest first. */
  'history.list': endpoint(v.object({ key: Name }), v.object({ generations: v.array(GenerationSchema) })),
  /** The newest state of the project's history that another version of it goes back to; null if there is none. */
  'history.common': endpoint(
    v.object({
      ...{ key: Name, sha256: v.string(), revision: Revision, modified: v.string() },
      lineage: v.array(LineageEntrySchema),
    }),
    v.object({ document: v.nullable(v.string()) }),
  ),
  'history.read': endpoint(v.object({ key: Name, id: Name }), v.object({ document: v.string() })),
  /** Opens a kept state as a new project in the data folder. */
  'history.openCopy': endpoint(v.object({ key: Name, id: Name }), OpenedSchema),
} as const

export type Generation = v.InferOutput<typeof GenerationSchema>
