import * as v from 'valibot'
import { PictureLookSchema } from '#domain/formats/export/picture-options'
import { Count, Name, Nothing, ProgressSchema } from '../values'
import { endpoint } from './endpoint'

/** Two articles and the passages that they share, as indexes of words (`reuse/find.ts`). */
const SharedTextSchema = v.object({
  one: Name,
  other: Name,
  passages: v.array(v.object({ from: Count, to: Count, otherFrom: Count, otherTo: Count, matched: Count })),
})

const ExportSchema = v.object({
  key: Name,
  format: Name,
  map: v.string(),
  /** Several maps instead: one file for each, in a zip file. */
  maps: v.optional(v.pipe(v.array(Name), v.minLength(2))),
  /** A part of the map: these claims, one claim with everything below it, or what collapsed cards leave visible. */
  claims: v.optional(v.array(Name)),
  branch: v.optional(Name),
  asOnScreen: v.optional(v.boolean()),
  /** What is supposed in verdicts: sources, claims and relations off, and claims true. */
  supposing: v.optional(
    v.object({
      sources: v.array(Name),
      claims: v.array(Name),
      relations: v.array(Name),
      given: v.array(Name),
    }),
  ),
  /** The text that the articles share, if the window knows it. Otherwise the host compares them. */
  shared: v.optional(v.array(SharedTextSchema)),
  ...PictureLookSchema.entries,
})

/** A picture as SVG, with its size in pixels, or in points on a sheet of paper. */
const DrawnSchema = v.object({ svg: v.string(), width: v.number(), height: v.number() })

const ExportPreviewSchema = v.variant('kind', [
  v.object({
    kind: v.literal('picture'),
    /** The first pages. */
    pages: v.array(DrawnSchema),
    /** The number of all pages. */
    count: v.number(),
    /** The size of the wording where it is smallest, in points; null for pictures without pages. */
    wording: v.nullable(v.number()),
    /** The signs that no typeface of the computer has: they are drawn as boxes. */
    lacking: v.array(v.string()),
  }),
  v.object({
    kind: v.literal('report'),
    title: v.string(),
    origin: v.string(),
    caveat: v.string(),
    /** The pictures of the map, and what screen readers say in their place. */
    pictures: v.array(v.object({ ...DrawnSchema.entries, alt: v.string() })),
    /** Why there is no picture, if that must be said. */
    instead: v.string(),
    lacking: v.array(v.string()),
    /** `depth` is the level of a heading, or the depth of indentation. */
    blocks: v.array(
      v.object({
        type: v.picklist(['heading', 'item', 'detail', 'quote', 'table']),
        depth: v.number(),
        words: v.array(v.object({ text: v.string(), style: v.optional(v.picklist(['strong', 'emphasis'])) })),
        citation: v.string(),
        /** The rows of a table, the first with its titles. */
        rows: v.array(v.array(v.string())),
      }),
    ),
    isWhole: v.boolean(),
  }),
  v.object({ kind: v.literal('text'), text: v.string(), isWhole: v.boolean() }),
])

/** Exports and their previews. */
export const EXPORT_ENDPOINTS = {
  /** `job` names the export, so that it can be cancelled. */
  'project.export': endpoint(
    v.object({ ...ExportSchema.entries, job: v.optional(Name) }),
    v.object({ fileName: Name, mediaType: v.string(), base64: v.string() }),
  ),
  /** The beginning of what `project.export` would write. `job` names the preview, so that it can be cancelled. */
  'project.preview': endpoint(
    v.object({ ...ExportSchema.entries, job: v.optional(Name) }),
    ExportPreviewSchema,
  ),
  /** The progress of an export, in articles to compare or parts of the picture; null if it reports none or is over. */
  'export.progress': endpoint(
    v.object({ job: Name }),
    v.nullable(v.object({ ...ProgressSchema.entries, step: v.optional(v.literal('compare')) })),
  ),
  /** Cancels an export or a preview. Its request fails with `cancelled`. */
  'export.cancel': endpoint(v.object({ job: Name }), Nothing),
} as const

export type ExportPreview = v.InferOutput<typeof ExportPreviewSchema>
