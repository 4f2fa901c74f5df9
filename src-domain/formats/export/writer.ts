import type { Measure } from '../../canvas/wrap-text'
import type { Theme } from '../../vocabulary/palette'
import type { Project } from '../../document/project'
import type { Picture } from './picture/picture-tree'

/** Paper sizes of a PDF; `fitted` is a page of the size of the map. */
export const PAPERS = ['fitted', 'A4', 'A3', 'Letter'] as const

export type Paper = (typeof PAPERS)[number]

/** Options of a picture. */
export interface PictureLook {
  /** Show the name of the map above it. Default: true. */
  readonly title?: boolean | undefined
  /** Show a legend. Default: true. */
  readonly legend?: boolean | undefined
  /** Show the caveat of the map, if it has one. Default: true. */
  readonly caveat?: boolean | undefined
  /** Number the passages on the cards and list them below the map. */
  readonly notes?: boolean | undefined
  /** Leave out the background. */
  readonly transparent?: boolean | undefined
  /** The paper size of a PDF. Default: `fitted`. Other formats ignore it. */
  readonly paper?: Paper | undefined
}

/** What to export. */
export interface ExportRequest extends PictureLook {
  readonly project: Project
  /** The id of the map. Formats of a whole project ignore it. */
  readonly map: string
  /** The claims of the map to export; all if absent. */
  readonly only?: ReadonlySet<string>
  readonly theme: Theme
  /** Image pixels per map pixel, from 1 to 8. Formats other than PNG ignore it. */
  readonly scale: number
}

/** The environment of a writer, which is a pure function. */
export interface ExportEnv {
  /** The date of the export in the user's time zone, `YYYY-MM-DD`. */
  readonly today: string
  readonly measure: Measure
  /** The typeface as WOFF2 files in base64, to embed in SVG pictures. */
  readonly fonts: readonly { readonly weight: 400 | 600; readonly base64: string; readonly range: string }[]
  /** Renders a picture as a PNG; `scale` is image pixels per map pixel. */
  readonly rasterise: (picture: Picture, scale: number) => Promise<Uint8Array>
  /** Renders a picture as a zip file of PNG tiles. */
  readonly tile: (picture: Picture, scale: number) => Promise<Uint8Array>
  /** Renders a picture as a PDF of one page. */
  readonly paginate: (picture: Picture, paper: Paper) => Promise<Uint8Array>
}

/** Writes a map or a project in one format. Returns bytes, or text that is saved as UTF-8. */
export type ExportWriter = (request: ExportRequest, env: ExportEnv) => Promise<string | Uint8Array>
