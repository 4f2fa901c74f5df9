import type { Input } from '#api/endpoints'
import { EXPORT_FORMATS, type ExportFormatName } from '#domain/formats/export/catalogue'
import type { ExportFormat } from '#domain/formats/export/format'
import { DEFAULT_LOOK, type PictureLook } from '#domain/formats/export/picture-options'

/** Stands for all maps where a map is chosen. It is no id, because ids have at least one character. */
export const ALL_MAPS = ''

/** The kinds of export, in the order of the dialog. */
export const DOORS = [
  { name: 'picture', title: 'Picture' },
  { name: 'report', title: 'Report' },
  { name: 'data', title: 'Data' },
] as const

export type Door = (typeof DOORS)[number]['name']

export const doorOf = ({ kind }: ExportFormat): Door =>
  kind === 'picture' ? 'picture' : kind === 'prose' ? 'report' : 'data'

const firstOf = (door: Door): ExportFormatName => EXPORT_FORMATS.find((each) => doorOf(each) === door)!.name

/** What is chosen in the export dialog. It lasts as long as the page, so that a second picture is like the first. */
export class ExportChoice {
  door = $state<Door>('picture')
  /** The format that was chosen last behind each door. */
  formats = $state<Record<Door, ExportFormatName>>({
    picture: firstOf('picture'),
    report: firstOf('report'),
    data: firstOf('data'),
  })
  asOnScreen = $state(false)
  /** A picture for a slide is sharp at twice the size of the map. */
  look = $state<PictureLook>({ ...DEFAULT_LOOK, scale: 2 })

  /** @param theme the colours that the page has now */
  constructor(theme: PictureLook['theme']) {
    this.look.theme = theme
  }

  get format(): ExportFormatName {
    return this.formats[this.door]
  }

  /** What the host is asked for, aside from the project, the maps and the part of one. */
  get asked(): Omit<Input<'project.export'>, 'key' | 'map' | 'maps' | 'claims' | 'branch'> {
    return { format: this.format, asOnScreen: this.asOnScreen, ...this.look }
  }
}
