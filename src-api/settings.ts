import * as v from 'valibot'
import { INITIALS_LIMIT } from '#domain/records/record'
import { PANE_LIMITS, ZOOM_LIMITS } from './limits'
import { Name, Revision } from './values'

/** A pane's size in per cent. */
const paneSize = ({ minimum, maximum }: { minimum: number; maximum: number }, initial: number) =>
  v.optional(v.pipe(v.number(), v.minValue(minimum), v.maxValue(maximum)), initial)

/** A key with its modifiers, such as `$mod+Shift+z`. */
const Key = v.pipe(v.string(), v.regex(/^(?:(?:\$mod|Control|Meta|Alt|Shift)\+)*(?:[^\s()]{1,20}|[()])$/))

/** What the window shows: the article, the map, both side by side, or the matrix. */
const LayoutSchema = v.picklist(['read', 'both', 'map', 'matrix'])

/** The hints that explain the sample project. */
export const HINTS = ['marks', 'map', 'marking'] as const

export type Hint = (typeof HINTS)[number]

export const SettingsSchema = v.object({
  theme: v.optional(v.picklist(['system', 'light', 'dark']), 'system'),
  /** The size of the interface, without the text of articles and maps. */
  interfaceSize: v.optional(v.picklist(['small', 'normal', 'large']), 'normal'),
  layout: v.optional(LayoutSchema, 'both'),
  /** The width of the library, in per cent of the window. */
  libraryWidth: paneSize(PANE_LIMITS.libraryWidth, 18),
  /** The layouts in which the library is open. */
  libraryIn: v.optional(v.array(LayoutSchema), ['both']),
  /** The reader's share of the room for reader and map. Per cent. */
  readerShare: paneSize(PANE_LIMITS.readerShare, 50),
  /** When the inspector comes by itself: always, when something is selected, or never. */
  inspector: v.optional(v.picklist(['always', 'selection', 'never']), 'selection'),
  /** The width of the inspector, in per cent of the window. */
  inspectorWidth: paneSize(PANE_LIMITS.inspectorWidth, 22),
  /** Where each source was last read, and its text size. The most recent comes last. */
  reading: v.optional(
    v.array(
      v.object({ source: Name, offset: Revision, zoom: v.pipe(v.number(), v.minValue(0.5), v.maxValue(3)) }),
    ),
    [],
  ),
  /** The article and the map of each project that were shown last, and what was selected. The most recent comes last. */
  shown: v.optional(
    v.array(
      v.object({
        project: Name,
        source: v.optional(Name),
        map: v.optional(Name),
        claims: v.optional(v.array(Name)),
        relation: v.optional(Name),
      }),
    ),
    [],
  ),
  /** Where each map was last viewed: the middle of its pane, in map pixels, and the zoom. The most recent comes last. */
  viewed: v.optional(
    v.array(
      v.object({
        map: Name,
        x: v.number(),
        y: v.number(),
        zoom: v.pipe(v.number(), v.minValue(ZOOM_LIMITS.least), v.maxValue(ZOOM_LIMITS.most)),
      }),
    ),
    [],
  ),
  /** What the wheel does over the map. With Ctrl, and with two fingers that pinch, it always zooms. */
  wheel: v.optional(v.picklist(['pan', 'zoom']), 'pan'),
  /** Whether cards and outline show the verdicts of claims. */
  verdicts: v.optional(v.boolean(), false),
  /** Whether the verdicts that change by what is supposed are listed over the panes. */
  verdictChanges: v.optional(v.boolean(), false),
  /** The projects that were opened as the sample project, by their ids. The most recent comes last. */
  samples: v.optional(v.array(Name), []),
  /** The hints of the sample project that the user has dismissed. */
  hintsDismissed: v.optional(v.array(v.picklist(HINTS)), []),
  /** The list that the library shows. */
  libraryList: v.optional(v.picklist(['sources', 'claims']), 'sources'),
  /**
   * The user's keys by the name of their action. Invalid keys are dropped, so that they do not cost the other
   * settings.
   */
  keys: v.fallback(v.optional(v.record(v.string(), v.array(Key)), {}), {}),
  /** Where tidying puts premises: below their conclusion, or to the right of it. */
  mapFlow: v.optional(v.picklist(['down', 'right']), 'down'),
  /** Who works here: the initials that new records carry, and the id that goes with them. Empty initials for nobody. */
  author: v.optional(
    v.object({
      id: v.pipe(v.string(), v.maxLength(100)),
      initials: v.pipe(v.string(), v.maxLength(INITIALS_LIMIT)),
    }),
    { id: '', initials: '' },
  ),
})

/** A part of the settings: those that a window has changed. */
export const SettingsChangeSchema = v.partial(SettingsSchema)

export type Settings = v.InferOutput<typeof SettingsSchema>
export type SettingsChange = Partial<Settings>

/** Who works here; undefined if the settings name nobody. */
export const authorOf = ({ author }: Settings): Settings['author'] | undefined =>
  author.initials === '' || author.id === '' ? undefined : author
