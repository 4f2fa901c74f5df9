import * as v from 'valibot'
import { SettingsChangeSchema, SettingsSchema } from '../settings'
import { Nothing, Path } from '../values'
import { endpoint } from './endpoint'

export const RecentSchema = v.object({ path: Path, title: v.string(), opened: v.string() })

/** The program itself: its start, settings, recent projects and error log. */
export const APP_ENDPOINTS = {
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
} as const

/** JSON has no undefined: a property that exists has a value. */
export type Recent = v.InferOutput<typeof RecentSchema>
