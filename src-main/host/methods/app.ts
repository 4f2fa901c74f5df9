import type { Methods } from '#api/dispatch'
import type { SettingsChange } from '#api/settings'
import { mergeSettings } from '#api/merge-settings'
import { IMPORTABLE } from '#domain/formats/import/catalogue'
import type { ErrorLog } from '../log/error-log'
import type { JsonFile } from '../settings/json-file'
import type { Recents } from '../settings/recents'
import type { StoredSettingsSchema } from '../settings/stored-settings'

interface Needs {
  readonly edition: 'electron' | 'browser'
  readonly version: string
  /** The project to open at the start. */
  readonly open: string | null
  readonly log: ErrorLog
  readonly settings: JsonFile<typeof StoredSettingsSchema>
  readonly recents: Recents
}

/** The page's start, its settings, and the log of its errors. */
export const appMethods = ({ edition, version, open, log, settings, recents }: Needs) =>
  ({
    'app.start': async () => ({
      edition,
      version,
      settings: await settings.read(),
      recents: await recents.list(),
      importable: [...IMPORTABLE],
      open,
      logPath: log.path,
    }),
    'log.write': async (error) => {
      log.write(error)
      return {}
    },
    'settings.write': async (change) => {
      await settings.update((stored) => mergeSettings(stored, change as SettingsChange))
      return {}
    },
    'recents.forget': async ({ path }) => {
      await recents.forget(path)
      return {}
    },
  }) satisfies Partial<Methods>
