import type { Measure } from '../../graph/wrap'
import type { Theme } from '../../palette'
import type { Project } from '../../project'

/** What a picture or a file is to show. */
export interface ExportRequest {
  readonly project: Project
  /** The map's id; formats of a whole project do not look at it. */
  readonly map: string
  readonly theme: Theme
  /** Picture pixels for each map pixel; 1, 2 or 4. Only raster pictures look at it. */
  readonly scale: number
}

/** What an exporter needs of the world. */
export interface ExportEnv {
  readonly measure: Measure
  /** The typeface as woff2 files in base64, for pictures that carry it with them. */
  readonly fonts: readonly { readonly weight: 400 | 600; readonly base64: string; readonly range: string }[]
  /** An SVG as a PNG of so many picture pixels for each of its own. */
  readonly rasterise: (svg: string, scale: number) => Promise<Uint8Array>
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
  /** What of a project the format cannot carry, in words; empty for one that reads back the same (P9). */
  readonly leavesOut: readonly string[]
  /** A text format gives its text, which goes out as UTF-8. */
  write(request: ExportRequest, env: ExportEnv): Promise<string | Uint8Array>
}
