import type { Measure } from '../../canvas/wrap-text'
import type { SourceGroups } from '../../reuse/independence'
import type { SharedText } from '../../reuse/find'
import type { Supposing } from '../../weighing/supposing'
import type { Project } from '../../document/project'
import type { Picture } from './picture/picture-tree'
import type { PictureLook } from './picture-options'

/** What to export. */
export interface ExportRequest extends PictureLook {
  readonly project: Project
  /** The id of the map. Formats of a whole project ignore it. */
  readonly map: string
  /** The claims of the map to export; all if absent. */
  readonly only?: ReadonlySet<string>
  /** What is supposed in the verdicts; nothing if absent. */
  readonly supposing?: Supposing
  /** The text that the sources of the project share, and which of them count as one for it; nothing if absent. */
  readonly reuse?: { readonly shared: readonly SharedText[]; readonly groups: SourceGroups }
}

/** The environment of a writer, which is a pure function. */
export interface ExportEnv {
  /** The date of the export in the user's time zone, `YYYY-MM-DD`. */
  readonly today: string
  /** What parts the fields of a CSV file for the spreadsheets of this computer. */
  readonly listSeparator: ',' | ';'
  /** A UUID made of a text (version 5), the same one each time. */
  readonly uuid: (text: string) => string
  readonly measure: Measure
  /** The typeface as WOFF2 files in base64, to embed in SVG pictures. */
  readonly fonts: readonly { readonly weight: 400 | 600; readonly base64: string; readonly range: string }[]
  /** Adds its checksum to the text of a project file. */
  readonly sealed: (text: string) => string
  /** Renders a picture as a PNG; `scale` is image pixels per map pixel. */
  readonly rasterise: (picture: Picture, scale: number) => Promise<Uint8Array>
  /** Renders a picture as a zip file of PNG tiles. */
  readonly tile: (picture: Picture, scale: number) => Promise<Uint8Array>
  /** Renders pictures as the pages of a PDF. */
  readonly paginate: (pages: readonly Picture[]) => Promise<Uint8Array>
}

/** Writes a map or a project in one format. Returns bytes, or text that is saved as UTF-8. */
export type ExportWriter = (request: ExportRequest, env: ExportEnv) => Promise<string | Uint8Array>
