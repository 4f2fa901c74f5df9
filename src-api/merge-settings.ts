import type { Settings, SettingsChange } from './endpoints'

/** How many articles keep their reading place, and how many projects keep what they showed last. */
const READING_KEPT = 300
const SHOWN_KEPT = 100

/**
 * Settings with a change applied. Several windows write to the same settings, so a change carries only what it changes:
 * each key replaces its old value, and an entry of `reading` or `shown` replaces the one for the same source or project.
 */
export function mergeSettings(settings: Settings, change: SettingsChange): Settings {
  const { reading = [], shown = [], ...others } = change
  return {
    ...settings,
    ...others,
    reading: mergeList(settings.reading, reading, ({ source }) => source).slice(-READING_KEPT),
    shown: mergeList(settings.shown, shown, ({ project }) => project).slice(-SHOWN_KEPT),
  }
}

/** The latest entry stands last. */
function mergeList<Entry>(
  stored: readonly Entry[],
  changed: readonly Entry[],
  keyOf: (entry: Entry) => string,
): Entry[] {
  const byKey = new Map(stored.map((entry) => [keyOf(entry), entry]))
  for (const entry of changed) {
    byKey.delete(keyOf(entry))
    byKey.set(keyOf(entry), entry)
  }
  return [...byKey.values()]
}
