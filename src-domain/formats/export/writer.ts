import type { Measure } from '../../canvas/wrap-text'
import type { Theme } from '../../vocabulary/palette'
import type { Project } from '../../document/project'
import type { Picture } from './picture/picture-tree'

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
  /** A picture as a PNG; `scale` is pixels for each pixel of the map. */
  readonly rasterise: (picture: Picture, scale: number) => Promise<Uint8Array>
  /** A picture as PNGs that lie beside and below one another, in a zip file. */
  readonly tile: (picture: Picture, scale: number) => Promise<Uint8Array>
  /** A picture as a PDF of one page. */
  readonly paginate: (picture: Picture, paper: Paper) => Promise<Uint8Array>
}

/** Writes a map or a project in one format. A text format gives its text, which goes out as UTF-8. */
export type ExportWriter = (request: ExportRequest, env: ExportEnv) => Promise<string | Uint8Array>
