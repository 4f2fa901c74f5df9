import * as v from 'valibot'
import { INTERCHANGE_FORMATS } from '#domain/formats/interchange/catalogue'
import { ReadChoicesSchema } from '#domain/formats/interchange/choices'
import { ReferenceSchema } from '#domain/formats/import/reference'
import { ArticleSchema } from '#domain/records/article'
import { LossSchema } from '#domain/records/origin'
import { ENCODINGS } from '#domain/vocabulary/encodings'
import { Base64Piece, FileKeySchema, FileSchema, Name, Nothing, ProgressSchema, Revision } from '../values'
import { endpoint } from './endpoint'

const Encoding = v.picklist(ENCODINGS.map(({ label }) => label))

const ImportedSchema = v.variant('kind', [
  v.object({ kind: v.literal('article'), article: ArticleSchema }),
  v.object({
    kind: v.literal('project'),
    file: v.string(),
    report: v.optional(v.array(LossSchema)),
    formats: v.optional(v.array(v.string())),
  }),
  v.object({
    kind: v.literal('references'),
    references: v.array(ReferenceSchema),
    report: v.optional(v.array(v.object({ what: v.string(), count: v.number() }))),
  }),
])

/** Files that come in: their upload, and reading them. */
export const IMPORT_ENDPOINTS = {
  /** Begins the upload of a file that is too large for one request. `fileKey` is its key. */
  'import.begin': endpoint(
    v.object({ fileName: Name, size: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) }),
    FileKeySchema,
  ),
  /** `at` is the number of bytes before this piece. */
  'import.part': endpoint(v.object({ ...FileKeySchema.entries, at: Revision, base64: Base64Piece }), Nothing),
  /** Drops a file that will not be read. */
  'import.drop': endpoint(FileKeySchema, Nothing),
  /**
   * Reads a file in a process of its own: the file in the request, or an uploaded one, which is dropped afterwards.
   * `job` names the reading for the two requests below.
   */
  'import.read': endpoint(
    v.union([
      v.object({ ...FileKeySchema.entries, job: v.optional(Name) }),
      v.object({ ...FileSchema.entries, job: v.optional(Name) }),
    ]),
    ImportedSchema,
  ),
  /** Reads a text again in another encoding than `from`. Fails if its bytes cannot be told from the text. */
  'import.decodeAgain': endpoint(
    v.object({
      fileName: Name,
      originalText: v.string(),
      from: Encoding,
      encoding: Encoding,
    }),
    ImportedSchema,
  ),
  /** Reads the content of an origin again, with the user's choices. `hash` begins the ids of its records. */
  'import.readAgain': endpoint(
    v.object({
      fileName: Name,
      text: v.string(),
      format: v.picklist(INTERCHANGE_FORMATS.map(({ name }) => name)),
      hash: Name,
      choices: ReadChoicesSchema,
      /** The text beside it, for formats that keep text and annotations apart. */
      beside: v.optional(v.string()),
    }),
    ImportedSchema,
  ),
  /** The progress of a reading, in units of its format; null if it reports none or is over. */
  'import.progress': endpoint(v.object({ job: Name }), v.nullable(ProgressSchema)),
  /** Cancels a reading. Its `import.read` fails with `cancelled`. */
  'import.cancel': endpoint(v.object({ job: Name }), Nothing),
} as const
