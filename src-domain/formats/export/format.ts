import type { Measure } from '../../canvas/wrap-text'
import type { Theme } from '../../vocabulary/palette'
import type { Project } from '../../document/project'
import type { Picture } from './picture/picture'

/** What a document of pages can be printed on; `fitted` is one page as large as the map. */
export const PAPERS = ['fitted', 'A4', 'A3', 'Letter'] as const

export type Paper = (typeof PAPERS)[number]

/** What stands around a map in its picture. */
export interface PictureLook {
  /** The map's name above it; so unless this is false. */
  readonly title?: boolean | undefined
  /** What the marks mean; so unless this is false. */
  readonly legend?: boolean | undefined
  /** The map's caveat, where it has one; so unless this is false. */
  readonly caveat?: boolean | undefined
  /** Numbers on the cards for the passages that they rest on, and a list of those. */
  readonly notes?: boolean | undefined
  /** No ground behind the map. */
  readonly transparent?: boolean | undefined
  /** Only documents of pages look at it; `fitted` if not given. */
  readonly paper?: Paper | undefined
}

/** What a picture or a file is to show. */
export interface ExportRequest extends PictureLook {
  readonly project: Project
  /** The map's id; formats of a whole project do not look at it. */
  readonly map: string
  /** The claims of the map to show; all if not given. */
  readonly only?: ReadonlySet<string>
  readonly theme: Theme
  /** Picture pixels for each map pixel, from 1 to 8. Only raster pictures look at it. */
  readonly scale: number
}

/** What an exporter needs of the world. */
export interface ExportEnv {
  /** The day of the export where its user is: year, month and day with hyphens. */
  readonly today: string
  readonly measure: Measure
  /** The typeface as woff2 files in base64, for pictures that carry it with them. */
  readonly fonts: readonly { readonly weight: 400 | 600; readonly base64: string; readonly range: string }[]
  /** An SVG as a PNG of so many picture pixels for each of its own. */
  readonly rasterise: (svg: string, scale: number) => Promise<Uint8Array>
  /** An SVG as PNGs that lie beside and below one another, in a zip file. */
  readonly tile: (svg: string, scale: number) => Promise<Uint8Array>
  /** A picture as a PDF of one page, drawn from the elements that its SVG is written from. */
  readonly paginate: (picture: Picture, paper: Paper) => Promise<Uint8Array>
}

/** A format that leaves the machine: one file that exports one of these, and one line in the registry. */
export interface ExportFormat {
  readonly name: string
  /** As menus and dialogs show it. */
  readonly title: string
  readonly extension: string
  readonly mediaType: string
  /** What the file holds, in its name, where another format of the same extension would have the same name. */
  readonly part?: string
  readonly of: 'map' | 'project'
  /** What it is to whom it is given; data if not said. Pictures alone look at `PictureLook`. */
  readonly kind?: 'picture' | 'prose'
  /** What of a project the format cannot carry, in words; empty for one that reads back the same (P9). */
  readonly leavesOut: readonly string[]
  /** A text format gives its text, which goes out as UTF-8. */
  write(request: ExportRequest, env: ExportEnv): Promise<string | Uint8Array>
}
