import * as v from 'valibot'
import type { PICTURES } from './catalogue/pictures'
import type { PROJECT_DATA } from './catalogue/project-data'
import type { REPORTS } from './catalogue/reports'

type FormatName = (typeof PICTURES | typeof PROJECT_DATA | typeof REPORTS)[number]['name']

/** What the dialog, the command line and the guide say of an option. */
interface About {
  /** As the dialog labels it. */
  readonly title: string
  /** For the command line and the guide: what it sets or, of a toggle, what is there when it is on. */
  readonly help: string
  /** The formats that it changes; all pictures if absent. */
  readonly formats?: readonly FormatName[]
  /** Whether it changes only pictures on a sheet of paper. */
  readonly onPaper?: boolean
}

/** One of a few values, each with its words on screen. `initial` holds where none is given. */
const choice = <const Value extends string>(
  words: Readonly<Record<Value, string>>,
  initial: NoInfer<Value>,
  about: About,
) => {
  const values = Object.keys(words) as Value[]
  return {
    control: 'choice' as const,
    ...about,
    words,
    values,
    schema: v.optional(v.picklist(values), () => initial),
  }
}

/** A number from `minimum` to `maximum`; the dialog offers `offered`. */
const amount = (
  { minimum, maximum, initial }: { minimum: number; maximum: number; initial: number },
  offered: readonly number[],
  about: About,
) => ({
  control: 'amount' as const,
  ...about,
  minimum,
  maximum,
  offered,
  schema: v.optional(v.pipe(v.number(), v.minValue(minimum), v.maxValue(maximum)), initial),
})

/** On or off. */
const toggle = (initial: boolean, about: About) => ({
  control: 'toggle' as const,
  ...about,
  initial,
  schema: v.optional(v.boolean(), initial),
})

/**
 * The options of a map's picture, in the order of the dialog. What the endpoint takes, the dialog and the command line
 * offer and the guide lists follows from this table.
 */
export const PICTURE_OPTIONS = {
  theme: choice({ light: 'Light', dark: 'Dark' }, 'light', {
    title: 'Colours',
    help: 'colours of the picture',
  }),
  scale: amount({ minimum: 1, maximum: 8, initial: 1 }, [1, 1.5, 2, 3, 4, 6, 8], {
    title: 'Size',
    help: 'pixels per map pixel',
    formats: ['png', 'png-tiles'],
  }),
  paper: choice({ fitted: 'One page as large as the map', A4: 'A4', A3: 'A3', Letter: 'Letter' }, 'fitted', {
    title: 'Paper',
    help: 'size of the page',
    formats: ['pdf'],
  }),
  orientation: choice(
    { auto: 'Whichever shows more', landscape: 'Landscape', portrait: 'Portrait' },
    'auto',
    { title: 'Orientation', help: 'how sheets lie', formats: ['pdf'], onPaper: true },
  ),
  arrangement: choice({ page: 'For the page', map: 'As on the map' }, 'page', {
    title: 'Arrangement',
    help: 'how cards are arranged on paper',
    formats: ['pdf'],
    onPaper: true,
  }),
  title: toggle(true, { title: 'Title', help: 'the map’s name; on paper also the project and the date' }),
  legend: toggle(true, { title: 'Legend', help: 'the legend' }),
  numbers: toggle(true, {
    title: 'Claim numbers',
    help: 'the numbers of the claims, which are those of report and outline',
  }),
  notes: toggle(false, {
    title: 'Numbered sources',
    help: 'S1, S2 and so on on the cards, and their passages below the map',
  }),
  verdicts: toggle(false, {
    title: 'Verdicts',
    help: 'the verdict of each claim; reports give it in a sentence',
  }),
  picture: toggle(true, {
    title: 'Picture of the map',
    help: 'the picture of the map at the top of the report',
    formats: ['report-docx', 'report-html'],
  }),
  by: toggle(false, {
    title: 'Who made it',
    help: 'the initials of who made each claim, relation and passage',
    formats: ['report-docx', 'report-html', 'report-markdown'],
  }),
  transparent: toggle(false, { title: 'Transparent background', help: 'without a background' }),
  caveat: toggle(true, { title: 'Caveat', help: 'the map’s caveat, if it has one' }),
  separator: choice(
    { system: 'That of this computer', comma: 'Comma', semicolon: 'Semicolon', tab: 'Tab' },
    'system',
    {
      title: 'Separator',
      help: 'what parts the fields of a table; system is what the spreadsheets of this computer expect',
      formats: ['claims-csv', 'relations-csv', 'matrix-csv'],
    },
  ),
} as const

type Options = typeof PICTURE_OPTIONS

export type PictureOptionName = keyof Options
export type PictureOption = Options[PictureOptionName]

/** The names of the options that are set in that way. */
type Named<Control> = {
  [Name in PictureOptionName]: Options[Name] extends { control: Control } ? Name : never
}[PictureOptionName]

export const PICTURE_OPTION_NAMES = Object.keys(PICTURE_OPTIONS) as PictureOptionName[]

export const isToggle = (name: PictureOptionName): name is Named<'toggle'> =>
  PICTURE_OPTIONS[name].control === 'toggle'

const entries = Object.fromEntries(
  PICTURE_OPTION_NAMES.map((name) => [name, PICTURE_OPTIONS[name].schema]),
) as { [Name in PictureOptionName]: Options[Name]['schema'] }

/** Fills in what is not given. */
export const PictureLookSchema = v.object(entries)

/** How a map is drawn, and what stands around it. */
export type PictureLook = v.InferOutput<typeof PictureLookSchema>
/** What a document of pages can be printed on. */
export type Paper = PictureLook['paper']
/** Which way round a sheet is. */
export type Orientation = PictureLook['orientation']

export const DEFAULT_LOOK: PictureLook = v.parse(PictureLookSchema, {})

/** Whether the option changes the picture in that format, on that paper. */
export const appliesTo = (option: PictureOption, format: string, paper: Paper): boolean =>
  (!('formats' in option) || option.formats.some((each) => each === format)) &&
  !('onPaper' in option && paper === 'fitted')
