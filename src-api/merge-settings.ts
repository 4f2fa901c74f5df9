import type { Settings, SettingsChange } from './settings'

/** The most articles and maps whose place is kept, and the most projects whose last view is kept. */
const READING_KEPT = 300
const VIEWED_KEPT = 300
const SHOWN_KEPT = 100

/**
 * Merges a change into the settings. Several windows write the same settings, so a change contains only what it
 * changes: each key replaces its old value, and an entry of `reading`, `viewed` or `shown` replaces the one for the same
 * source, map or project.
 */
export function mergeSettings(settings: Settings, change: SettingsChange): Settings {
  const { reading = [], shown = [], viewed = [], ...others } = change
  return {
    ...settings,
    ...others,
    reading: mergeList(settings.reading, reading, ({ source }) => source).slice(-READING_KEPT),
    viewed: mergeList(settings.viewed, viewed, ({ map }) => map).slice(-VIEWED_KEPT),
    shown: mergeList(settings.shown, shown, ({ project }) => project).slice(-SHOWN_KEPT),
  }
}

/** Adds entries, most recent last, and keeps the last `kept`. */
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
