import * as v from 'valibot'
import { LineageEntrySchema } from '#domain/document/lineage-schema'
import { ArticleSchema } from '#domain/records/article'
import { PictureLookSchema } from '#domain/formats/export/picture-options'
import { INTERCHANGE_FORMATS } from '#domain/formats/interchange/catalogue'
import { ReadChoicesSchema } from '#domain/formats/interchange/choices'
import { ENCODINGS } from '#domain/vocabulary/encodings'
import { ReferenceSchema } from '#domain/formats/import/reference'
import { LossSchema } from '#domain/records/origin'
import { PatchSchema } from '#domain/document/patch-schema'
import { PATCH_PIECE, PIECE } from './limits'
import { FollowedSchema } from './news'
import { SettingsChangeSchema, SettingsSchema } from './settings'
import { Name, Revision } from './values'

const Path = v.pipe(v.string(), v.minLength(1), v.maxLength(4096))
const Encoding = v.picklist(ENCODINGS.map(({ label }) => label))

/** A pattern without groups: with groups it overflows the stack on a file of ten megabytes. */
const Base64 = v.pipe(
  v.string(),
  v.regex(/^[\dA-Za-z+/]+={0,2}$/),
  v.check((text) => text.length % 4 === 0),
)
/** A piece of a file as base64. Characters. */
const PIECE_LIMIT = Math.ceil(PIECE / 3) * 4
const Nothing = v.object({})

/** A file as base64, for JSON. */
const FileSchema = v.object({ fileName: Name, base64: v.union([Base64, v.literal('')]) })

/** An uploaded or chosen file, by the key that the host gave it. */
/** How much of a work is done. */
const ProgressSchema = v.object({ done: v.number(), of: v.number() })

const FileKeySchema = v.object({ fileKey: Name })

/** An open project: its key for later requests, which no other window has, the path of its file, and the file's text. */
const OpenedSchema = v.object({
  key: Name,
  path: Path,
  document: v.string(),
  /** Why it is read-only; null if it can be edited. */
  readOnly: v.nullable(v.object({ why: v.picklist(['locked', 'elsewhere', 'newer']), sentence: v.string() })),
  /** Why changes cannot be saved at present, in a sentence; null if they can be. */
  unwritable: v.nullable(v.string()),
  /** Sentences for the user about the state in which the file was found. */
  messages: v.array(v.string()),
  /** The copy of another program's file, if there were also unsaved changes of ours; else null. */
  otherVersion: v.nullable(Path),
})

const AcceptedSchema = v.object({
  revision: Revision,
  modified: v.string(),
  setAside: v.nullable(v.string()),
  historyProblem: v.nullable(v.string()),
})

export const RecentSchema = v.object({ path: Path, title: v.string(), opened: v.string() })

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
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

const ExportPreviewSchema = v.variant('kind', [
  v.object({
    kind: v.literal('picture'),
    /** The first pages as SVG, with their size in pixels or, on paper, in points. */
    pages: v.array(v.object({ svg: v.string(), width: v.number(), height: v.number() })),
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

const endpoint = <Input extends v.GenericSchema, Output extends v.GenericSchema>(
  input: Input,
  output: Output,
) => ({
  input,
  output,
})

/** The contract: every request that a page may make of the host, one row per endpoint. */
export const ENDPOINTS = {
  'app.start': endpoint(
    Nothing,
    v.object({
      edition: v.picklist(['electron', 'browser']),
      version: v.string(),
      settings: SettingsSchema,
      recents: v.array(RecentSchema),
      /** The extensions of files that can be imported, with the dot. */
      importable: v.array(v.string()),
      /** The project that the program was started with. */
      open: v.nullable(Path),
      /** The path of the error log. */
      logPath: Path,
    }),
  ),
  /** Logs an error of the page. The host leaves out text that could come from a project. */
  'log.write': endpoint(
    v.object({
      name: v.pipe(v.string(), v.maxLength(100)),
      message: v.pipe(v.string(), v.maxLength(2000)),
      stack: v.pipe(v.string(), v.maxLength(10_000)),
    }),
    Nothing,
  ),
  /** Merges a change into the settings on the disk; see `mergeSettings`. */
  'settings.write': endpoint(SettingsChangeSchema, Nothing),
  'recents.forget': endpoint(v.object({ path: Path }), Nothing),
  'project.create': endpoint(
    v.object({ title: v.pipe(v.string(), v.minLength(1), v.maxLength(300)) }),
    OpenedSchema,
  ),
  /** `takeOver` says that the user takes over the lock of another machine. */
  'project.open': endpoint(v.object({ path: Path, takeOver: v.optional(v.boolean()) }), OpenedSchema),
  /** Opens the bytes of a file as a new project in the data folder. */
  'project.openCopy': endpoint(FileSchema, OpenedSchema),
  'project.openSample': endpoint(Nothing, OpenedSchema),
  /**
   * Resolves when the patch is on the disk. If its answer was lost, a patch may be sent again with the same id and is
   * not applied twice. `setAside` is the copy of a file that another program had changed. `historyProblem` says why no
   * earlier states can be kept at the moment, as sentences for the user.
   */
  'project.patch': endpoint(
    v.object({ key: Name, id: v.optional(Name), revision: Revision, patch: PatchSchema }),
    AcceptedSchema,
  ),
  /** A piece of a patch that is too large for one request. `at` is the number of characters before it. */
  'project.patchPart': endpoint(
    v.object({ key: Name, id: Name, at: Revision, text: v.pipe(v.string(), v.maxLength(PATCH_PIECE)) }),
    Nothing,
  ),
  /** Applies the patch with this id, all pieces of which have been sent. */
  'project.patchSent': endpoint(
    v.object({ key: Name, id: Name, revision: Revision, length: Revision }),
    AcceptedSchema,
  ),
  /**
   * The changes since a revision, oldest first, the page's own included, by the ids under which they were sent. If they
   * are no longer known, or `since` is null, the project's text, and the id of the last change of this page in it.
   */
  'project.changes': endpoint(
    v.object({ key: Name, since: v.nullable(Revision) }),
    v.variant('kind', [
      v.object({
        kind: v.literal('changes'),
        changes: v.array(v.object({ revision: Revision, id: v.nullable(Name), patch: PatchSchema })),
      }),
      v.object({ kind: v.literal('document'), document: v.string(), accepted: v.nullable(Name) }),
    ]),
  ),
  /** Tells the project's other windows what is selected in this one. It is not stored. */
  'project.select': endpoint(v.object({ key: Name, selection: FollowedSchema }), Nothing),
  /** Fails with `vanished`, as a patch would, if the project's file is gone. */
  'project.checkFile': endpoint(
    v.object({ key: Name }),
    v.object({ historyProblem: v.nullable(v.string()) }),
  ),
  /** Writes the whole project if its file is gone. */
  'project.saveAgain': endpoint(v.object({ key: Name }), Nothing),
  /** The text of a copy that was set aside for this project, by its path. */
  'project.aside': endpoint(v.object({ key: Name, path: Path }), v.object({ document: v.string() })),
  /** Whether a read-only project could be edited now. */
  'project.isFree': endpoint(v.object({ key: Name }), v.object({ free: v.boolean() })),
  'project.close': endpoint(v.object({ key: Name }), Nothing),
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
  /** Begins the upload of a file that is too large for one request. `fileKey` is its key. */
  'import.begin': endpoint(
    v.object({ fileName: Name, size: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) }),
    FileKeySchema,
  ),
  /** `at` is the number of bytes before this piece. */
  'import.part': endpoint(
    v.object({ ...FileKeySchema.entries, at: Revision, base64: v.pipe(Base64, v.maxLength(PIECE_LIMIT)) }),
    Nothing,
  ),
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
  /** Native dialogs, for the desktop edition only. Null if the user cancelled. */
  'dialog.chooseProject': endpoint(Nothing, v.object({ path: v.nullable(Path) })),
  'dialog.chooseImports': endpoint(
    Nothing,
    /** `refused` has a sentence for each file that cannot be imported. */
    v.object({
      files: v.array(v.object({ fileName: Name, size: Revision, ...FileKeySchema.entries })),
      refused: v.array(v.string()),
    }),
  ),
  'dialog.saveFile': endpoint(FileSchema, v.object({ path: v.nullable(Path) })),
  /** Opens an address outside the app after the user has seen it and agreed. */
  'dialog.openLink': endpoint(
    v.object({ address: v.pipe(v.string(), v.maxLength(4000)) }),
    v.object({ opened: v.boolean() }),
  ),
  /** Puts a PNG on the clipboard. */
  'dialog.copyPicture': endpoint(v.object({ base64: Base64 }), Nothing),
} as const

export type Endpoints = typeof ENDPOINTS
export type EndpointName = keyof Endpoints
export type Input<Name extends EndpointName> = v.InferInput<Endpoints[Name]['input']>
export type Output<Name extends EndpointName> = v.InferOutput<Endpoints[Name]['output']>

export type ExportPreview = v.InferOutput<typeof ExportPreviewSchema>
/** JSON has no undefined: a property that exists has a value. */
export type Recent = v.InferOutput<typeof RecentSchema>
export type Generation = v.InferOutput<typeof GenerationSchema>
export type OpenedProject = v.InferOutput<typeof OpenedSchema>
