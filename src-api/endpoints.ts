import * as v from 'valibot'
import { ArticleSchema } from '#domain/records/article'
import { PAPERS } from '#domain/formats/export/writer'
import { ReferenceSchema } from '#domain/formats/import/reference'
import { PatchSchema } from '#domain/document/patch-schema'
import { PANE_LIMITS, PATCH_PIECE, PIECE } from './limits'

const Path = v.pipe(v.string(), v.minLength(1), v.maxLength(4096))
const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(1000))
/** By a pattern without groups: one with them overflows the stack on a file of ten megabytes. */
const Base64 = v.pipe(
  v.string(),
  v.regex(/^[\dA-Za-z+/]+={0,2}$/),
  v.check((text) => text.length % 4 === 0),
)
/** A piece of a file as base64. Characters. */
const PIECE_LIMIT = Math.ceil(PIECE / 3) * 4
const Revision = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const Nothing = v.object({})

/** A file on its way in or out: JSON carries bytes as base64. */
const FileSchema = v.object({ fileName: Name, base64: v.union([Base64, v.literal('')]) })

/** A file that the host has at hand, by the name that it gave it. */
const HeldSchema = v.object({ held: Name })

/** An open project: the key that later requests name it by, where its file is, and the file's text. */
const OpenedSchema = v.object({
  key: Name,
  path: Path,
  document: v.string(),
  /** Why it can only be looked at; null when it can be worked on. */
  readOnly: v.nullable(v.object({ why: v.picklist(['locked', 'newer']), sentence: v.string() })),
  /** Why nothing can be saved to it as things stand: a sentence. */
  unwritable: v.nullable(v.string()),
  /** What the user has to know of how it was found: sentences. */
  told: v.array(v.string()),
  /** What another program had left in the file while changes of ours were not in it yet: where it was kept. */
  theirs: v.nullable(Path),
})

const AcceptedSchema = v.object({
  revision: Revision,
  modified: v.string(),
  setAside: v.nullable(v.string()),
})

/** A pane's size in per cent. */
const paneSize = ({ minimum, maximum }: { minimum: number; maximum: number }, initial: number) =>
  v.optional(v.pipe(v.number(), v.minValue(minimum), v.maxValue(maximum)), initial)

/** In tinykeys notation; a bracket alone is a key, brackets around something would be a pattern. */
const Key = v.pipe(v.string(), v.regex(/^(?:(?:\$mod|Control|Meta|Alt|Shift)\+)*(?:[^\s()]{1,20}|[()])$/))

export const SettingsSchema = v.object({
  theme: v.optional(v.picklist(['system', 'light', 'dark']), 'system'),
  layout: v.optional(v.picklist(['read', 'both', 'map']), 'both'),
  /** Widths of the library and of the reader, in per cent of the window. */
  libraryWidth: paneSize(PANE_LIMITS.libraryWidth, 20),
  readerWidth: paneSize(PANE_LIMITS.readerWidth, 40),
  /** Where each source was last read, and how large; the latest last. */
  reading: v.optional(
    v.array(
      v.object({ source: Name, offset: Revision, zoom: v.pipe(v.number(), v.minValue(0.5), v.maxValue(3)) }),
    ),
    [],
  ),
  /** Which article and which map of each project were shown last; the latest last. */
  shown: v.optional(
    v.array(v.object({ project: Name, source: v.optional(Name), map: v.optional(Name) })),
    [],
  ),
  /** Keys that the user gave to actions, by their names. What is no key is worth less than all other settings. */
  keys: v.fallback(v.optional(v.record(v.string(), v.array(Key)), {}), {}),
  /** Where tidying puts grounds: below what they bear on, or to the right of it. */
  mapFlow: v.optional(v.picklist(['down', 'right']), 'down'),
  /** Height of the inspector, in per cent of the map's column. */
  inspectorHeight: paneSize(PANE_LIMITS.inspectorHeight, 36),
})

/** Some of the settings: what a window has changed. */
export const SettingsChangeSchema = v.partial(SettingsSchema)

export const RecentSchema = v.object({ path: Path, title: v.string(), opened: v.string() })

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
const TallySchema = v.object({ added: Count, removed: Count, changed: Count })
const byTable = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.object({ sources: schema, claims: schema, excerpts: schema, relations: schema })

/** A state of a project's file that is kept: when it was made, what is in it, what is other than in the one before. */
export const GenerationSchema = v.object({
  id: Name,
  made: v.string(),
  title: v.string(),
  revision: Revision,
  counts: byTable(Count),
  /** Null for the first that is known. */
  changed: v.nullable(v.object({ tallies: byTable(TallySchema), names: v.array(v.string()) })),
})

const ImportedSchema = v.variant('kind', [
  v.object({ kind: v.literal('article'), article: ArticleSchema }),
  v.object({ kind: v.literal('project'), file: v.string() }),
  v.object({
    kind: v.literal('references'),
    references: v.array(ReferenceSchema),
    report: v.optional(v.array(v.object({ what: v.string(), count: v.number() }))),
  }),
])

const endpoint = <Input extends v.GenericSchema, Output extends v.GenericSchema>(
  input: Input,
  output: Output,
) => ({
  input,
  output,
})

/** The contract: every request that a screen may make of the host. An endpoint is one row. */
export const ENDPOINTS = {
  'app.start': endpoint(
    Nothing,
    v.object({
      edition: v.picklist(['electron', 'browser']),
      version: v.string(),
      settings: SettingsSchema,
      recents: v.array(RecentSchema),
      /** The ends of the names of files that can be imported, with the dot. */
      importable: v.array(v.string()),
      /** The project that this start was asked to open. */
      open: v.nullable(Path),
      /** Where errors are logged. */
      logPath: Path,
    }),
  ),
  /** Logs an error of the page. The host leaves out what could be text of a project. */
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
  'project.open': endpoint(v.object({ path: Path }), OpenedSchema),
  /** Opens what arrived as a file's bytes, as a new project in the data folder. */
  'project.openCopy': endpoint(FileSchema, OpenedSchema),
  'project.openSample': endpoint(Nothing, OpenedSchema),
  /**
   * Answers when the patch is on disk. A patch whose answer was lost may be sent again under its id: it is not applied
   * twice. `setAside` names the copy kept of a file that another program had changed.
   */
  'project.patch': endpoint(
    v.object({ key: Name, id: v.optional(Name), revision: Revision, patch: PatchSchema }),
    AcceptedSchema,
  ),
  /** A patch too large for one request comes in pieces of its JSON; `at` is how many characters have come before. */
  'project.patchPart': endpoint(
    v.object({ key: Name, id: Name, at: Revision, text: v.pipe(v.string(), v.maxLength(PATCH_PIECE)) }),
    Nothing,
  ),
  /** Asks for the patch of that id, all of which has come in pieces. */
  'project.patchSent': endpoint(
    v.object({ key: Name, id: Name, revision: Revision, length: Revision }),
    AcceptedSchema,
  ),
  /** Fails with `vanished` when the project's file is no longer there, as a patch would. */
  'project.look': endpoint(v.object({ key: Name }), Nothing),
  /** Writes the whole project where its file has vanished. */
  'project.saveAgain': endpoint(v.object({ key: Name }), Nothing),
  /** The text of a file that was kept aside of this project, by the path that was told. */
  'project.aside': endpoint(v.object({ key: Name, path: Path }), v.object({ document: v.string() })),
  /** Whether a project that is open for reading only could be opened for work now. */
  'project.isFree': endpoint(v.object({ key: Name }), v.object({ free: v.boolean() })),
  'project.close': endpoint(v.object({ key: Name }), Nothing),
  /** The states of the project's file that are kept, the newest first. */
  'history.list': endpoint(v.object({ key: Name }), v.object({ generations: v.array(GenerationSchema) })),
  'history.read': endpoint(v.object({ key: Name, id: Name }), v.object({ document: v.string() })),
  /** Opens a state that is kept as a new project in the data folder. */
  'history.openCopy': endpoint(v.object({ key: Name, id: Name }), OpenedSchema),
  'project.export': endpoint(
    v.object({
      key: Name,
      format: Name,
      map: v.string(),
      theme: v.picklist(['light', 'dark']),
      scale: v.pipe(v.number(), v.minValue(1), v.maxValue(8)),
      /** These claims of the map, this one with everything under it, or what collapsed cards leave to be seen. */
      claims: v.optional(v.array(Name)),
      branch: v.optional(Name),
      asOnScreen: v.optional(v.boolean()),
      title: v.optional(v.boolean()),
      legend: v.optional(v.boolean()),
      caveat: v.optional(v.boolean()),
      notes: v.optional(v.boolean()),
      transparent: v.optional(v.boolean()),
      paper: v.optional(v.picklist(PAPERS)),
    }),
    v.object({ fileName: Name, mediaType: v.string(), base64: v.string() }),
  ),
  /** A file too large for one request comes in pieces, one after the other; `held` names it from then on. */
  'import.begin': endpoint(
    v.object({ fileName: Name, size: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) }),
    HeldSchema,
  ),
  /** `at` is how many bytes have come before this piece. */
  'import.part': endpoint(
    v.object({ ...HeldSchema.entries, at: Revision, base64: v.pipe(Base64, v.maxLength(PIECE_LIMIT)) }),
    Nothing,
  ),
  /** Lets go of a file that is not to be read after all. */
  'import.drop': endpoint(HeldSchema, Nothing),
  /**
   * Reads a file in a process of its own: one that comes with the request, or one that the host holds, which it then holds
   * no longer. `job` names the reading for the two requests below.
   */
  'import.read': endpoint(
    v.union([
      v.object({ ...HeldSchema.entries, job: v.optional(Name) }),
      v.object({ ...FileSchema.entries, job: v.optional(Name) }),
    ]),
    ImportedSchema,
  ),
  /** How far a reading has come, in whatever its format counts; null when it does not say or is over. */
  'import.progress': endpoint(
    v.object({ job: Name }),
    v.nullable(v.object({ done: v.number(), of: v.number() })),
  ),
  /** Ends a reading; its `import.read` then fails with `cancelled`. */
  'import.cancel': endpoint(v.object({ job: Name }), Nothing),
  /** Native dialogs; a browser has its own and does without these. Null where the user cancelled. */
  'dialog.chooseProject': endpoint(Nothing, v.object({ path: v.nullable(Path) })),
  'dialog.chooseImports': endpoint(
    Nothing,
    /** `refused` holds a sentence for each file that could not be taken. */
    v.object({
      files: v.array(v.object({ fileName: Name, size: Revision, ...HeldSchema.entries })),
      refused: v.array(v.string()),
    }),
  ),
  'dialog.saveFile': endpoint(FileSchema, v.object({ path: v.nullable(Path) })),
  /** Opens an address outside, once the user has seen where it leads and said yes. */
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

export type Settings = v.InferOutput<typeof SettingsSchema>
/** JSON carries no undefined: a key that is there has a value. */
export type SettingsChange = Partial<Settings>
export type Recent = v.InferOutput<typeof RecentSchema>
export type Generation = v.InferOutput<typeof GenerationSchema>
export type OpenedProject = v.InferOutput<typeof OpenedSchema>
